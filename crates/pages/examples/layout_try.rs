fn main() {
    let args: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&args[2]).unwrap();
    let layout = match pages::Layout::named(&args[1]) {
        Some(l) => l,
        None => match pages::Layout::parse(&std::fs::read_to_string(&args[1]).unwrap()) {
            Ok(l) => l,
            Err(e) => {
                for e in e {
                    println!("{e}");
                }
                return;
            }
        },
    };
    let blocks = pages::markdown::blocks(&text);
    if args.len() > 3 {
        for b in &blocks {
            println!("{:4} {:?} {} {:?}", b.line, b.kind, b.text, b.cells);
        }
    }
    let read = layout.read("boats", &text, &blocks).unwrap();
    for c in &read.claims {
        println!("{:4} {}", c.line, c.claim);
    }
    for (i, (l, t)) in read.capture.lines.iter().zip(text.lines()).enumerate() {
        if l.rule == "unread" {
            println!("UNREAD {:4} {}", i + 1, t);
        }
    }
    println!(
        "{:?} read {}",
        read.capture.by_rule(),
        read.capture.lines_read()
    );
}
