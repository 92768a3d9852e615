"""Keyboard: arrow keys and PageUp/PageDown, which presenters' remotes send, turn the pages."""

from __future__ import annotations

import streamlit as st

JS = """
const busy = 'input, textarea, select, canvas, [contenteditable], [role=slider], [role=tab], ' +
  '[role=radio], [role=combobox], [role=listbox], [role=menu], [role=dialog], [role=grid], iframe'
const turns = { ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'back', PageUp: 'back' }

// While a page is being drawn its buttons are still those of the page before.
const drawn = () =>
  document.querySelector('[data-testid=stApp]')?.dataset.testScriptState !== 'running'

export default function (component) {
  let pending = null
  const turn = (way, looks) => {
    const button = document.querySelector(`.st-key-${way} button`)
    const ready = button && !button.disabled && drawn()
    pending = ready || looks === 0 ? null : setTimeout(() => turn(way, looks - 1), 100)
    if (ready) button.click()
  }
  const listen = (event) => {
    const way = turns[event.key]
    if (!way || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (event.target.closest?.(busy) || document.querySelector('[role=dialog]')) return
    event.preventDefault()
    if (pending === null) turn(way, 100)
  }
  document.addEventListener('keydown', listen)
  document.body.dataset.keyboard = 'on'
  return () => {
    document.removeEventListener('keydown', listen)
    clearTimeout(pending)
  }
}
"""

_keyboard = st.components.v2.component("keyboard", js=JS)


def keyboard() -> None:
    """Listen for keys; they press the page's own Next and Back."""
    _keyboard(key="keyboard", height=1)
