// The memory that the server allows all transactions together, as text with its unit.
// parameters: none
SHOW SETTINGS 'dbms.memory.transaction.total.max'
YIELD value
RETURN value
