"""Keyboard: arrow keys and PageUp/PageDown, which presenters' remotes send, turn the pages."""

from __future__ import annotations

import streamlit as st

JS = """
const busy = 'input, textarea, select, canvas, [contenteditable], [role=slider], [role=tab], ' +
  '[role=radio], [role=combobox], [role=listbox], [role=menu], [role=dialog], [role=grid], iframe'
const turns = { ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'back', PageUp: 'back' }

export default function (component) {
  const listen = (event) => {
    const way = turns[event.key]
    if (!way || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (event.target.closest?.(busy) || document.querySelector('[role=dialog]')) return
    const button = document.querySelector(`.st-key-${way} button`)
    if (!button || button.disabled) return
    event.preventDefault()
    button.click()
  }
  document.addEventListener('keydown', listen)
  document.body.dataset.keyboard = 'on'
  return () => document.removeEventListener('keydown', listen)
}
"""

_keyboard = st.components.v2.component("keyboard", js=JS)


def keyboard() -> None:
    """Listen for keys; they press the page's own Next and Back."""
    _keyboard(key="keyboard", height=1)
