//! Sections that are put into one another at once.

use std::sync::Barrier;

use tanya::domain::id::SectionId;
use tanya::domain::section::SectionDraft;
use tanya::store::sections::{self, Arranging};

use crate::support::TestApp;

#[test]
fn two_who_put_each_others_sections_into_one_another_make_no_circle() {
    let app = TestApp::spawn();
    for round in 0..20 {
        let both = app.by("cat", |cat| {
            Ok([
                cat.section(&format!("One {round}"), None)?,
                cat.section(&format!("Other {round}"), None)?,
            ])
        });
        let begin = Barrier::new(2);
        let put = |own: SectionId, parent: SectionId| {
            let draft = SectionDraft {
                name: format!("Section {round}"),
                description: String::new(),
                parent: Some(parent),
            };
            begin.wait();
            app.write(|tx| sections::change(tx, own, &draft, app.now()))
        };
        let [one, other] = both;
        let ended = std::thread::scope(|scope| {
            let first = scope.spawn(|| put(one, other));
            let second = scope.spawn(|| put(other, one));
            [first.join().unwrap(), second.join().unwrap()]
        });
        let done = ended.iter().filter(|end| matches!(end, Arranging::Done(_))).count();
        let refused = ended.iter().filter(|end| **end == Arranging::TooDeep).count();
        assert_eq!((done, refused), (1, 1), "round {round}: {ended:?}");
    }
}
