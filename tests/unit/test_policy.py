"""The policy names each inline script, and nothing from elsewhere."""

from vungxanh.render.policy import with_policy

PAGE = '<head><meta charset="utf-8"><script>let a = 1</script></head><script src="x.js"></script>'


def test_inline_scripts_are_allowed_by_their_hash_only():
    policy = with_policy(PAGE)
    # printf 'let a = 1' | openssl dgst -sha256 -binary | base64
    assert "script-src 'self' 'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ='" in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]


def test_data_in_scripts_needs_no_permission():
    page = PAGE.replace("<script>let", '<script type="application/json">let')
    assert "sha256" not in with_policy(page)


def test_a_script_that_stands_in_a_lesson_is_not_allowed():
    written = "<p>Đọc <script>let b = 2</script></p>"
    policy = with_policy(PAGE + written, written)
    assert policy.count("sha256-") == 1
    assert "sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ=" in policy
