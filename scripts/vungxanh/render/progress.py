"""The page “Việc học trên máy này”: what a browser keeps, filled in there by `kept/*.js`."""

import json
from html import escape

from vungxanh.model.lesson import Lesson, Locale
from vungxanh.model.registry import Audience, Registries
from vungxanh.render.lessons import questions_of


def progress(registries: Registries, lessons: list[Lesson], locale: Locale) -> str:
    """Return the list of what can be kept, unseen, and what can be done with it.

    `data-never` names the sensitive lessons, of which nothing is shown or taken in.
    """
    never = " ".join(lesson.meta.id for lesson in lessons if lesson.meta.sensitive)
    words = {key: text.in_(locale) for key, text in registries.ui.get("kept_js", {}).items()}

    def say(key: str) -> str:
        return escape(registries.say("kept", key, locale))

    def button(name: str, words: str, extra: str = "") -> str:
        return f'<button class="vx-{name}" type="button"{extra}>{words}</button>'

    shared = escape(registries.say("page", "shared", locale))
    reset = escape(registries.say("page", "reset", locale))
    switch = ' role="switch" aria-checked="false" hidden=""'
    hidden = ' hidden=""'
    groups = "".join(_group(one, lessons, locale) for one in registries.audiences)
    return (
        f'<div class="vx-kept" data-never="{never}" data-search-exclude="" '
        f'data-words="{escape(json.dumps(words, ensure_ascii=False))}">'
        f'<p class="vx-kept__off">{say("no_script")}</p>'
        '<div class="vx-kept__all" hidden="">'
        f'<h2 id="bai-da-lam">{say("done")}</h2>'
        f'<p class="vx-kept__none">{say("none")} '
        f'<a href="repo:docs/index.md">{say("choose")}</a></p>'
        f"{groups}"
        '<p class="vx-kept__others" hidden=""></p><p class="vx-note vx-kept__aside" hidden=""></p>'
        f'<h2 id="sang-may-khac">{say("elsewhere")}</h2><p>{say("elsewhere_how")}</p>'
        f"<p>{button('button vx-button--main vx-kept__save', say('save'))} "
        f"{button('button vx-kept__open', say('open'))} "
        '<input class="vx-kept__file" type="file" accept=".json,.txt" hidden="" /></p>'
        '<p class="vx-kept__said" role="status"></p>'
        f'<details class="vx-kept__text"><summary>{say("text")}</summary>'
        f'<p id="o-chu-cach-lam">{say("text_how")}</p>'
        f'<p><label for="o-chu">{say("text_label")}</label>'
        '<textarea id="o-chu" rows="5" spellcheck="false" autocomplete="off" '
        'autocapitalize="off" aria-describedby="o-chu-cach-lam"></textarea></p>'
        f"<p>{button('button vx-kept__copy', say('text_copy'))} "
        f"{button('button vx-kept__paste', say('text_open'))}</p></details>"
        f'<div class="vx-kept__shared"><h2 id="dung-chung-may">{say("shared")}</h2>'
        f"<p>{say('shared_how')}</p>"
        f"<p>{button('shared', shared, switch)}</p></div>"
        f'<h2 id="xoa">{say("erase")}</h2><p>{say("erase_how")}</p>'
        f"<p>{button('reset', reset, hidden)}</p>"
        "</div></div>"
    )


def _group(audience: Audience, lessons: list[Lesson], locale: Locale) -> str:
    rows = "".join(
        _row(lesson, locale)
        for lesson in lessons
        if lesson.audience == audience.id and not lesson.meta.sensitive
    )
    if not rows:
        return ""
    # No heading: the table of contents would name it even where it stays unseen.
    return (
        '<div class="vx-kept__group" hidden="">'
        f'<p id="nhom-{audience.id}">{escape(audience.name.in_(locale))}</p>'
        f'<ul aria-labelledby="nhom-{audience.id}">{rows}</ul></div>'
    )


def _row(lesson: Lesson, locale: Locale) -> str:
    document = lesson.text(locale)
    lang = "" if document.locale == locale else f' lang="{document.locale}"'
    return (
        f'<li data-lesson="{lesson.meta.id}" data-questions="{escape(questions_of(document))}" '
        f'hidden=""><a href="repo:{lesson.path}"{lang}>{escape(document.meta.title)}</a> '
        f'<span class="vx-kept__count"></span></li>'
    )
