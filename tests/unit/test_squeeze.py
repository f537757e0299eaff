"""Scripts and styles lose what only their writers read, and nothing else."""

import pytest

from vungxanh.text import squeeze


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/* đầu */\nvar a = 1; // một\nvar b = a\n\n  + 2;\n", "var a=1;var b=a\n+2;"),
        ("const f = (x) => {\n  return x;\n};\n", "let f=(x)=>{return x;};"),
        ("return\n'a'", "return\n'a'"),
        ("a\n++b", "a\n++b"),
        ("a + +b - -c", "a+ +b- -c"),
        ("x = a / b / c; // chia", "x=a/b/c;"),
        ("x = /[/'\"] +/g.test(y)", "x=/[/'\"] +/g.test(y)"),
        ("return /a  b/.test(c)", "return/a  b/.test(c)"),
        ("f('//  không phải  chú thích')", "f('//  không phải  chú thích')"),
        ("`a  ${ b ? `c  ${d}` : '}' }  /* e */`", "`a  ${ b ? `c  ${d}` : '}' }  /* e */`"),
        ("a\n  .b()\n  .c()", "a.b().c()"),
        ("a ? b\n  : c", "a?b:c"),
        ("let đếm = 1", "let đếm=1"),
    ],
)
def test_scripts(text, expected):
    assert squeeze.script(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "/* a */ b > c , d {\n  color: red;\n  margin: 0 auto !important;\n}\n",
            "b>c,d{color:red;margin:0 auto!important}",
        ),
        ("a { width: calc(1em + (2 * 3px)) }", "a{width:calc(1em + (2 * 3px))}"),
        ("a :hover + b ~ c {}", "a :hover + b ~ c{}"),
        ('a::before { content: "  ; {} /* x */ "; }', 'a::before{content:"  ; {} /* x */ "}'),
        (
            "@media (min-width: 45em) and (forced-colors: active) { a { b: c } }",
            "@media (min-width:45em) and (forced-colors:active){a{b:c}}",
        ),
        ("a { b: c }/* x */d { e: f }", "a{b:c}d{e:f}"),
        ("a { font: 1em/1.5 'Noto  Sans', serif }", "a{font:1em/1.5 'Noto  Sans',serif}"),
    ],
)
def test_styles(text, expected):
    assert squeeze.style(text) == expected
