fn main() {
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let texts = [
        ("A", "<A ".repeat(n)), ("tmpl", "{% a ".repeat(n)), ("block", "[block:x]\n".repeat(n)), ("item", "- ".repeat(n/4) + "x"), ("br", "[".repeat(n)),
        ("row", "| a ".repeat(n) + "\n" + &"|-".repeat(n)), ("param", "<ParamField body=\"a\">\n".repeat(n/6)), ("h", "## a\n".repeat(n)),
        ("json", "```json\n".to_owned() + &"[".repeat(n)), ("items", "# GET /a\n## Body\n".to_owned() + &"- a (b (c (d\n".repeat(n/6)),
        ("ops", (0..n/20).map(|i| format!("## Op {i}\n\n`GET /boats/{i}`\n\nText here.\n\n### Parameters\n\n|Name|In|Type|Required|Description|\n|---|---|---|---|---|\n|limit|query|integer(int32)|false|How many boats to show, at most 100.|\n|b|query|string|true|The b. Default: 3|\n\n### Responses\n\n|Status|Meaning|Description|Schema|\n|---|---|---|---|\n|200|OK|Good|None|\n\n")).collect::<String>()),
    ];
    for (name, text) in &texts {
        let t = std::time::Instant::now();
        let blocks = pages::markdown::blocks(text);
        let a = t.elapsed();
        let layout = pages::Layout::named("slate").unwrap();
        let t = std::time::Instant::now();
        layout.read("b", text, &blocks).unwrap();
        println!(
            "{name} blocks {} {:?} read {:?}",
            blocks.len(),
            a,
            t.elapsed()
        );
    }
}
