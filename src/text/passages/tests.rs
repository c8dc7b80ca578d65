//! Texts are taken apart, and what comes out means nothing but its words.

use proptest::prelude::*;

use super::*;
use crate::text::markdown::render;

fn plain(text: &str) -> Vec<Vec<String>> {
    let plain = |passage: Passage| passage.sentences.iter().map(Sentence::plain).collect();
    passages(text).into_iter().map(plain).collect()
}

fn first(text: &str) -> Sentence {
    passages(text).remove(0).sentences.remove(0)
}

#[test]
fn a_text_is_paragraphs_items_and_their_code() {
    let text = "# Head\n\n> quoted\n\nOpen **it**. See `a.b. c` and [the. guide](https://x.example/a?b).\n\n1. One.\n   More.\n   \
        ```sh\n   ls\n   ```\n   - deep\n2. Two\n\n![picture](/p.png)\n\n~~Not this.~~ But that.\n\n    code\n";
    let read = passages(text);
    assert_eq!(
        plain(text),
        [
            vec!["Open it.", "See a.b. c and the. guide."],
            vec!["One.", "More."],
            vec!["deep"],
            vec!["Two"],
            vec!["But that."]
        ]
    );
    assert_eq!(
        read.iter().map(|one| one.is_item).collect::<Vec<_>>(),
        [false, true, true, true, false]
    );
    assert!(read[0].leads_to_list && !read[4].leads_to_list);
    assert_eq!(
        (read[1].code[0].language.as_str(), read[1].code[0].literal.as_str()),
        ("sh", "ls")
    );
    assert_eq!(read[4].code[0].literal, "code");
}

#[test]
fn a_sentence_keeps_its_code_and_its_links_and_nothing_else() {
    let sentence = first(
        "Set *x* to `a|b` at [the page](https://x.example/a|b) or <https://y.example>, [not](javascript:alert(1)).",
    );
    assert_eq!(
        sentence.markdown(),
        "Set x to `a|b` at [the page](https://x.example/a%7Cb) or <https://y.example>, not."
    );
    assert_eq!(
        sentence.cell(),
        "Set x to `a\\|b` at [the page](https://x.example/a%7Cb) or <https://y.example>, not."
    );
    assert_eq!(sentence.addresses().count(), 3);
    assert!(sentence.has_words() && sentence.has_more_than_words());
    assert_eq!(first("Hi, open `it`.").without_beginning(4).markdown(), "Open `it`.");
}

#[test]
fn words_that_look_like_signs_stay_words() {
    for (text, words) in [
        ("\\# no heading", "# no heading"),
        ("\\- no item", "- no item"),
        ("1\\. no item", "1. no item"),
        ("a \\[b](c) &lt;b&gt; \\*d\\*", "a [b](c) <b> *d*"),
        ("\\> no quotation", "> no quotation"),
        ("&lt;script&gt;x&lt;/script&gt; y", "<script>x</script> y"),
    ] {
        let written = first(text).markdown();
        let html = render(&written).into_string();
        let escaped = maud::html! { (words) }.into_string();
        assert_eq!(html, format!("<p>{escaped}</p>\n"), "{written}");
        let cell = render(&format!("| a |\n|---|\n| {} |", first(text).cell())).into_string();
        assert!(cell.contains(&format!("<td>{escaped}</td>")), "{cell}");
    }
}

#[test]
fn code_is_fenced_whatever_is_in_it() {
    let code = Code {
        language: "sh".to_owned(),
        literal: "a\n\n```\nb".to_owned(),
    };
    assert_eq!(code.markdown(3), "   ````sh\n   a\n\n   ```\n   b\n   ````");
}

proptest! {
    #[test]
    fn any_sentence_is_one_line_of_a_paragraph(text in "[a-d A-D.:*_`>#<&|\\[\\]()\n/\\\\!~1-]{0,120}") {
        for sentence in passages(&text).iter().flat_map(|passage| &passage.sentences) {
            let written = sentence.markdown();
            prop_assert!(!written.contains('\n'));
            let html = render(&format!("1. {written} (x)\n2. y")).into_string();
            prop_assert!(html.starts_with("<ol>\n<li>"), "{} -> {}", written, html);
            prop_assert!(html.ends_with("(x)</li>\n<li>y</li>\n</ol>\n"), "{} -> {}", written, html);
            let row = render(&format!("| a | b |\n|---|---|\n| x | {} |\n| y | z |", sentence.cell())).into_string();
            prop_assert_eq!(row.matches("<td>").count(), 4, "{} -> {}", sentence.cell(), row);
        }
    }
}
