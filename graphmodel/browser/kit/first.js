// Runs before the Neo4j Browser. Where the address carries a ticket (#k=PORT.TOKEN), it fetches once, from the command
// that opened this page, what the Browser is to begin with, and puts it where the Browser keeps its own.
// What is handed over always brings its own way to sign in, so a ticket from somebody who does not know the password
// opens nothing.
(function () {
  'use strict'
  var TICKET = /^#k=(\d{1,5})\.([\w-]{32,})$/
  var OPENING = 'graphmodel.opening'
  var GUIDE = 'graphmodel.guide'
  var DISCOVERED = '$$discovery'

  function read(name) {
    try {
      return JSON.parse(localStorage.getItem('neo4j.' + name))
    } catch (error) {
      return null
    }
  }

  function write(name, value) {
    localStorage.setItem('neo4j.' + name, JSON.stringify(value))
  }

  function fetchOnce(port, token) {
    var request = new XMLHttpRequest()
    request.open('GET', 'http://127.0.0.1:' + port + '/' + token, false)
    try {
      request.send()
      return request.status === 200 ? JSON.parse(request.responseText) : null
    } catch (error) {
      return null
    }
  }

  function guideAddress() {
    return new URL('kit/guide.html', location.origin + location.pathname).href
  }

  function without(listed, prefix) {
    return (Array.isArray(listed) ? listed : []).filter(function (each) {
      return String(each.id).indexOf(prefix) !== 0
    })
  }

  function begin(given) {
    var connection = given.connection
    var connections = {}
    connections[DISCOVERED] = {
      id: DISCOVERED,
      name: DISCOVERED,
      type: 'bolt',
      host: connection.host,
      username: connection.username,
      password: connection.password,
      db: connection.database || '',
      authenticationMethod: connection.method
    }
    write('connections', { allConnectionIds: [DISCOVERED], connectionsById: connections })
    write('settings', Object.assign(read('settings') || {}, given.settings))
    write('grass', Object.assign(read('grass') || {}, given.style))
    write('folders', without(read('folders'), given.saved.prefix).concat(given.saved.folders))
    write('documents', without(read('documents'), given.saved.prefix).concat(given.saved.documents))
    write('guides', {
      currentGuide: null,
      remoteGuides: [{ identifier: guideAddress(), title: given.guideTitle, currentSlide: 0 }]
    })
    sessionStorage.setItem(OPENING, given.opening)
    sessionStorage.setItem(GUIDE, given.guide)
    localStorage.setItem(GUIDE, given.guide)
  }

  // The Browser keeps the command that it ran first. It is kept for this tab only, and a new tab begins with none.
  function setOpening() {
    var settings = read('settings') || {}
    settings.initCmd = sessionStorage.getItem(OPENING) || ''
    write('settings', settings)
  }

  // The guide of the study is never on the server, which answers anybody on this machine: it is answered from here.
  function answerGuide() {
    var fetchFromServer = window.fetch
    window.fetch = function (resource) {
      var address = new URL(typeof resource === 'string' ? resource : resource.url || resource, location.href)
      var guide = sessionStorage.getItem(GUIDE) || localStorage.getItem(GUIDE)
      if (guide && address.href === guideAddress()) {
        return Promise.resolve(new Response(guide, { headers: { 'Content-Type': 'text/html' } }))
      }
      return fetchFromServer.apply(window, arguments)
    }
  }

  // Calls `found` with the first element that fits, as soon as there is one.
  function whenThere(selector, found) {
    var watcher = new MutationObserver(function () {
      var element = document.querySelector(selector)
      if (element) {
        watcher.disconnect()
        found(element)
      }
    })
    watcher.observe(document.documentElement, { childList: true, subtree: true })
  }

  function openGuide() {
    if (sessionStorage.getItem(GUIDE)) {
      whenThere('[data-testid="navigationGuides"]', function (drawer) {
        whenThere('[data-testid="remoteGuide' + guideAddress() + '"]', function (entry) {
          entry.click()
        })
        drawer.click()
      })
    }
  }

  // The list beside a picture covers a third of it. It begins folded, and unfolds where somebody clicks a node to read it.
  function foldUntilWanted() {
    whenThere('[aria-label="Collapse the node properties display"]', function (fold) {
      fold.click()
    })
    document.addEventListener('click', function (event) {
      var frame = event.target.closest && event.target.closest('g.node') && event.target.closest('article')
      var unfold = frame && frame.querySelector('[aria-label="Expand the node properties display"]')
      if (unfold) {
        unfold.click()
      }
    })
  }

  var ticket = TICKET.exec(location.hash)
  if (ticket) {
    history.replaceState(null, '', location.pathname + location.search)
    var given = fetchOnce(ticket[1], ticket[2])
    if (given) {
      begin(given)
    }
  }
  setOpening()
  answerGuide()
  openGuide()
  foldUntilWanted()
})()
