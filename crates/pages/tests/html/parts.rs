//! What of a page is its text.

use super::check;

#[test]
fn what_is_not_shown_is_left_out() {
    for hidden in [
        "<script>if (a < b) '<p>gone</p>'</script>",
        "<style>gone</style>",
        "<noscript><p>gone</p></noscript>",
        "<template><p>gone</p></template>",
        "<svg><title>gone</title><g/><text>gone</text></svg>",
        "<iframe>gone</iframe>",
        "<!-- <p>gone</p> -->",
        "<p hidden>gone</p>",
        "<div aria-hidden=true>gone</div>",
        "<i aria-hidden='TRUE'>gone</i>",
        "<p style='color: red; DISPLAY : none'>gone</p>",
        "<p style='visibility:hidden'>gone</p>",
        "<dialog>gone</dialog>",
        "<div role=dialog>gone</div>",
        "<input type=hidden value=gone>",
        "<select><option>gone<option>gone</select>",
        "<span hidden>gone <b>gone</b></span>",
    ] {
        check(&format!("a<br>{hidden}<br>b"), "a\nb\n");
    }
}

#[test]
fn what_a_click_shows_stays() {
    check("<details>a</details><dialog open>b</dialog>", "a\nb\n");
    check(
        "<div role=tabpanel hidden>a</div><div hidden=until-found>b</div>",
        "a\nb\n",
    );
    check(
        "<div><template shadowrootmode=open><p>a</p></template>b</div>",
        "a\nb\n",
    );
    check(
        "<ul role=tablist><li>cURL<li><button>Ruby</button></ul>",
        "  • cURL\n  • Ruby\n",
    );
}

#[test]
fn navigation_is_left_out() {
    for navigation in [
        "<nav><ul><li>gone</ul></nav>",
        "<header>gone</header>",
        "<footer>gone</footer>",
        "<div role=navigation>gone</div>",
        "<x-menu role=navigation>gone</x-menu>",
        "<section><div role=banner>gone</div></section>",
        "<div role=contentinfo>gone</div>",
        "<form role=search>gone</form>",
        "<search>gone</search>",
    ] {
        check(&format!("<p>a{navigation}b"), "a\nb\n");
    }
}

#[test]
fn documentation_stays() {
    check(
        "<article><header>a</header>b<footer>c</footer></article>",
        "a\nb\nc\n",
    );
    check("<aside>a</aside>b", "a\nb\n");
    check("<header><h1>Boats</h1>menu</header>a", "# Boats\na\n");
    check("<nav>a<main>b</main></nav>c", "b\n");
}

#[test]
fn the_main_part_is_the_page() {
    check("a<main>b<nav>c</nav></main>d", "b\n");
    check(
        "a<div role=main><h2>b</h2>c</div>d<main>e</main>",
        "## b\nc\ne\n",
    );
    check("<main>a <math><mi>x</mi></math> b</main>", "a x b\n");
    check("a<main><p hidden>b</p></main>c", "a\nc\n");
}

#[test]
fn tags_close_what_they_can() {
    check("<div hidden>a</p></span>b</div>c", "c\n");
    check("<p hidden>a<p>b", "b\n");
    check("<span hidden>a<b>c</b><div>b</div></span>d", "d\n");
    check("<div><span hidden>a</div>b", "b\n");
    check("<svg><path>a<p>b</p>", "b\n");
    check("<svg><foreignObject><p>a</p></foreignObject></svg>b", "b\n");
    check("<ul hidden><li>a</ul></ul><p>b</ul>c", "bc\n");
    check("a</html>b<body hidden>c", "abc\n");
    check("<span hidden>a<div>b</span>c</div></span>d", "d\n");
    check("<svg/>a<br/>b", "a\nb\n");
}
