const SHOWN = 9 // rows of a card before it asks to be opened
const NARROW = 700 // pixels below which lanes stand below each other, without lines

const make = (tag, className, text) => {
  const element = document.createElement(tag)
  element.className = className
  // A name may be broken after each of its words, and nowhere else.
  const words = (text ?? '').split(/(?<=[_/])/)
  element.append(...words.flatMap((word) => [word, document.createElement('wbr')]).slice(0, -1))
  return element
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector('.picture')
  const opened = (root.opened ??= new Set())
  const places = new Map() // element in whose place an id is: a row, its card's end, a card
  const lanes = root.querySelector('.lanes')
  const svg = root.querySelector('svg')
  const pick = (id) => setTriggerValue('picked', id)

  const rowOf = (row) => {
    const element = make('button', `row ${row.mark}`, row.label)
    element.title = row.hint || row.label
    element.dataset.id = row.id
    if (row.mark === 'start') element.setAttribute('aria-current', 'true')
    element.onclick = () => pick(row.id)
    places.set(row.id, element)
    return element
  }

  const cardOf = (card) => {
    const element = make('div', `card ${card.mark}`)
    const head = make(card.rows.length ? 'div' : 'button', 'head')
    head.append(make('span', 'title', card.title))
    if (card.note) head.append(make('span', 'note', card.note))
    head.title = card.hint || card.title
    if (!card.rows.length) {
      head.dataset.id = card.id
      if (card.mark === 'start') head.setAttribute('aria-current', 'true')
      head.onclick = () => pick(card.id)
    }
    places.set(card.id, head)
    const all = card.rows.length <= SHOWN + 1 || opened.has(card.id)
    const rows = all ? card.rows : card.rows.slice(0, SHOWN)
    element.append(head, ...rows.map(rowOf))
    if (!all) {
      const more = make('button', 'more', `+ ${card.rows.length - SHOWN} more`)
      more.onclick = () => {
        opened.add(card.id)
        build()
      }
      for (const row of card.rows.slice(SHOWN)) places.set(row.id, more)
      element.append(more)
    }
    return element
  }

  const build = () => {
    places.clear()
    lanes.replaceChildren(...data.lanes.map((lane) => {
      const cards = data.cards.filter((card) => card.lane === lane.id)
      const whole = cards.every((card) => !card.rows.length)
      const element = make('section', whole ? 'lane whole' : 'lane')
      element.style.setProperty('--lane', `var(--${lane.id})`)
      element.append(make('h4', '', lane.title), ...cards.map(cardOf))
      return element
    }))
    root.setAttribute('aria-label', data.label)
    lanes.onpointerover = (event) => light(event.target.closest('button[data-id]'))
    lanes.onpointerleave = () => light(null)
    draw()
  }

  // Lines run from the right end of one to the left end of the next; within a lane round its right.
  const draw = () => {
    const narrow = root.clientWidth < NARROW
    root.classList.toggle('narrow', narrow)
    lanes.style.gridTemplateColumns = narrow ? '1fr' : `repeat(${data.lanes.length}, minmax(0, 1fr))`
    const origin = root.getBoundingClientRect()
    const seen = new Set()
    const lines = []
    for (const link of narrow ? [] : data.links) {
      const [from, to] = [places.get(link.source), places.get(link.target)]
      if (!from || !to || from === to) continue
      const [a, b] = [from.getBoundingClientRect(), to.getBoundingClientRect()]
      const here = [a.right - origin.left, a.top + a.height / 2 - origin.top]
      const same = Math.abs(a.left - b.left) < 5
      const there = [(same ? b.right : b.left) - origin.left, b.top + b.height / 2 - origin.top]
      const name = `${here}-${there}-${link.kind}`
      if (seen.has(name)) continue
      seen.add(name)
      lines.push(...line(link, here, there, same))
    }
    svg.replaceChildren(...lines)
    light(null)
  }

  const line = (link, [x, y], [u, v], same) => {
    const bend = same ? 34 : Math.max(20, (u - x) / 2)
    const way = same ? -1 : 1
    const end = u - way * 5
    const d = `M${x},${y} C${x + bend},${y} ${u - way * bend},${v} ${end},${v}`
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    const tip = document.createElementNS('http://www.w3.org/2000/svg', 'polygon')
    path.setAttribute('d', d)
    tip.setAttribute('points', `${u},${v} ${u - way * 7},${v - 4} ${u - way * 7},${v + 4}`)
    path.setAttribute('class', link.kind)
    tip.setAttribute('class', `tip ${link.kind}`)
    for (const part of [path, tip]) Object.assign(part.dataset, { from: link.source, to: link.target })
    return [path, tip]
  }

  // All that leads to what is pointed at, or was chosen, and all that it leads to.
  const light = (element) => {
    const start = data.cards.flatMap((card) => [card, ...card.rows]).find((e) => e.mark === 'start')
    const id = element?.dataset.id ?? start?.id
    root.classList.toggle('focus', Boolean(element))
    root.classList.toggle('soft', !element && Boolean(start))
    const on = new Set(id ? [id, ...reach(id, 'source', 'target'), ...reach(id, 'target', 'source')] : [])
    for (const each of root.querySelectorAll('path, .tip')) {
      each.classList.toggle('lit', on.has(each.dataset.from) && on.has(each.dataset.to))
    }
    for (const each of root.querySelectorAll('[data-id]')) {
      each.classList.toggle('lit', on.has(each.dataset.id))
    }
    for (const card of root.querySelectorAll('.card')) {
      card.classList.toggle('lit', Boolean(card.querySelector('.lit')))
    }
  }

  const reach = (id, from, to) => {
    const found = new Set()
    const waiting = [id]
    while (waiting.length) {
      const here = waiting.pop()
      for (const link of data.links) {
        if (link[from] !== here || found.has(link[to])) continue
        found.add(link[to])
        waiting.push(link[to])
      }
    }
    return found
  }

  build()
  const watcher = new ResizeObserver(draw)
  watcher.observe(root)
  document.fonts?.ready.then(draw)
  return () => watcher.disconnect()
}
