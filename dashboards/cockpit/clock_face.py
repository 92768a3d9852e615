"""Clock face: each part's minutes as a bar that fills; it ticks in the browser by itself."""

from __future__ import annotations

import time

import streamlit as st

from dashboards.clock import Clock
from dashboards.parts import MINUTES, PARTS

HTML = """
<div class="clock" role="timer" aria-live="off">
  <div class="line"><span class="part"></span><span class="now"></span></div>
  <div class="bars"></div>
  <div class="line small"><span>All</span><span class="all"></span></div>
</div>
"""

CSS = """
.clock { font-family: var(--st-font); color: var(--st-text-color); padding-bottom: .25rem; }
.line { display: flex; justify-content: space-between; align-items: baseline; gap: .5rem; }
.part { font-weight: 600; }
.now { font-family: var(--st-heading-font); font-size: 1.55rem; font-weight: 650;
  font-variant-numeric: tabular-nums; }
.small { font-size: .85rem; opacity: .85; font-variant-numeric: tabular-nums; }
.bars { display: flex; gap: 3px; margin: .3rem 0 .35rem; }
.bar { height: 8px; border-radius: 4px; overflow: hidden; position: relative;
  background: color-mix(in srgb, var(--st-text-color) 20%, transparent); }
.bar.here { outline: 1px solid color-mix(in srgb, var(--st-text-color) 65%, transparent);
  outline-offset: 1px; }
.fill { height: 100%; width: 0; background: var(--st-text-color); opacity: .9; }
.over .now, .over .part { color: var(--st-primary-color); }
.bar.late .fill { background: var(--st-primary-color); opacity: 1; }
.paused .now { opacity: .7; }
"""

JS = """
export default function (component) {
  const { parentElement, data } = component
  const began = performance.now()
  const root = parentElement.querySelector('.clock')
  const find = (name) => root.querySelector(name)
  const written = (seconds) => {
    const whole = Math.floor(Math.max(0, seconds))
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
  }
  const bars = find('.bars')
  bars.replaceChildren(...data.parts.map((part) => {
    const bar = document.createElement('div')
    bar.className = 'bar'
    bar.style.flex = part.minutes
    bar.title = `${part.number} ${part.title}, ${part.minutes} min`
    bar.appendChild(Object.assign(document.createElement('div'), { className: 'fill' }))
    return bar
  }))
  const tick = () => {
    const gained = data.running ? (performance.now() - began) / 1000 : 0
    let all = 0
    data.parts.forEach((part, index) => {
      const here = part.number === data.part
      const spent = part.spent + (here ? gained : 0)
      all += spent
      const bar = bars.children[index]
      bar.className = `bar${here ? ' here' : ''}${spent > part.minutes * 60 ? ' late' : ''}`
      bar.firstChild.style.width = `${Math.min(100, (spent / (part.minutes * 60)) * 100)}%`
      if (!here) return
      const over = spent - part.minutes * 60
      find('.part').textContent = over > 0 ? `${written(over)} over` : `Part ${part.number}`
      find('.now').textContent = `${written(spent)} / ${part.minutes}:00`
      root.className = `clock${over > 0 ? ' over' : ''}${data.running ? '' : ' paused'}`
    })
    find('.all').textContent = `${written(all)} / ${data.minutes}:00`
  }
  tick()
  // Called anew with every page: the clock of the page before must not tick on beside this one.
  clearInterval(root.ticking)
  root.ticking = setInterval(tick, 250)
  return () => clearInterval(root.ticking)
}
"""

_face = st.components.v2.component("clock_face", html=HTML, css=CSS, js=JS)


def clock_face(clock: Clock) -> None:
    """Show the clock as it stands and let it go on in the browser."""
    parts = [
        {
            "number": part.number,
            "title": part.title,
            "minutes": part.minutes,
            "spent": clock.seconds(part.number),
        }
        for part in PARTS
    ]
    data = {"parts": parts, "part": clock.part, "running": clock.running, "minutes": MINUTES}
    _face(key="clock", data={**data, "at": time.time()}, height="content")
