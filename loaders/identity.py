"""Headers that look as if their column said who a participant is."""

from __future__ import annotations

import re
import unicodedata

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[A-Za-z]{2,}")

_WORDS: dict[str, str] = {
    "a name": "name names firstname lastname fullname realname surname surnames forename forenames familyname "
    "givenname maidenname nickname username initials nom prenom nombre nombres apellido apellidos "
    "nachname vorname familienname rufname "
    "cognome nome sobrenome naam voornaam achternaam imie nazwisko navn fornavn efternavn etternavn namn "
    "fornamn efternamn soyadi 姓名 名前 氏名 имя фамилия ονομα όνομα",
    "an e-mail address": "email emails mail mails courriel correo epost emailadresse mailadresse",
    "a telephone number": "phone phones telephone tel telefon telefono telefone telefoon mobile cellphone handynummer "
    "whatsapp fax puhelin",
    "an address": "address addr adresse adress adres adresa direccion indirizzo endereco anschrift street postcode "
    "postalcode zip zipcode plz postleitzahl cap codigopostal codepostal wohnort",
    "a date of birth": "dob dateofbirth birthdate birthday geburtsdatum geburtstag datedenaissance fechadenacimiento "
    "datadinascita datadenascimento geboortedatum dataurodzenia fodelsedatum fodselsdato",
    "an official number": "nhs nhsnumber nhsno nhsid ssn nino passport mrn chinumber pesel personnummer cprnummer bsn "
    "cpf dni nif nir svnr sozialversicherungsnummer",
}  # fmt: skip
_PHRASES: dict[str, str] = {
    "an e-mail address": "e mail|e post|correo electronico",
    "a telephone number": "cell number|contact number|contact details|contact information|contact info",
    "an address": "post code|postal code|zip code|codigo postal|code postal|post town",
    "a date of birth": "date of birth|birth date|d o b|date born|born on|date de naissance|fecha de nacimiento|"
    "data di nascita|data de nascimento|data urodzenia",
    "an official number": "nhs number|nhs no|nhs nr|nhs id|social security|national insurance|ni number|"
    "insurance number|passport number|hospital number|hospital no|medical record|record number|patient id|"
    "patient number|patient no|chi number|driving licence|id card|identity card|national id",
}
_WHOLE_ONLY = {"nhs", "mobile", "mail", "mails", "tel", "cap", "zip", "nom", "nome", "nir", "dni"}


def looks_like(header: str) -> str | None:
    """What identity the header seems to hold ("a name", "a date of birth"), None for an innocent one."""
    words = _words(header)
    joined, spaced = "".join(words), f" {' '.join(words)} "
    for what, listed in _WORDS.items():
        known = set(listed.split())
        if joined in known or any(word in known and word not in _WHOLE_ONLY for word in words):
            return what
    for what, phrases in _PHRASES.items():
        if any(f" {phrase} " in spaced for phrase in phrases.split("|")):
            return what
    return None


def holds_mail(cell: str) -> bool:
    """Tell whether a cell holds an e-mail address."""
    return "@" in cell and bool(_MAIL.search(cell))


def _words(header: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", _CAMEL.sub(" ", header).replace("ł", "l").replace("ı", "i"))
    bare = "".join(character for character in plain if not unicodedata.combining(character)).casefold()
    return re.findall(r"[^\W_]+", bare)
