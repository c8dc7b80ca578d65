//! A question that is suddenly asked by many is told to moderators, once.

use chrono::Duration;
use tanya::domain::id::ThreadId;
use tanya::domain::sight::Sight;
use tanya::store::{outbreaks, settings};

use super::Forum;

impl Forum {
    /// So many people ask within so many minutes each, and join the others.
    fn burst(&self, ids: &mut Vec<ThreadId>, count: usize, minutes: i64) {
        for _ in 0..count {
            self.app.clock.pass(Duration::minutes(minutes));
            ids.push(self.ask_as_new(1_000 + ids.len(), "The hub is offline"));
            if ids.len() > 1 {
                self.app.group(ids);
            }
        }
        self.app.propose(&self.proposer);
    }

    fn outbreaks(&self) -> Vec<i64> {
        let all = |db: &mut _| outbreaks::all_in_force(db, Sight::everything());
        self.app.read(all).iter().map(|outbreak| outbreak.asker_count).collect()
    }

    fn told(&self) -> Vec<String> {
        let letters = self.app.letters();
        let of_outbreak = letters.iter().filter(|letter| letter.text.contains("suddenly ask"));
        of_outbreak.map(|letter| letter.to.as_str().to_owned()).collect()
    }
}

#[test]
fn many_who_ask_within_an_hour_are_told_to_moderators_once() {
    let forum = Forum::spawn();
    let mut ids = Vec::new();
    forum.burst(&mut ids, 4, 5);
    assert!(forum.outbreaks().is_empty());
    forum.burst(&mut ids, 1, 5);
    assert_eq!(forum.outbreaks(), [5]);
    assert_eq!(forum.told(), ["cat@example.com", "root@example.com"]);
    forum.burst(&mut ids, 2, 5);
    assert_eq!(forum.outbreaks(), [7]);
    assert_eq!(forum.told(), Vec::<String>::new(), "an outbreak is told once");
    for page in ["/moderation/log", "/moderation/repeats"] {
        let shown = forum.app.signed_in("cat").get(page).text(".outbreak");
        assert!(
            shown.contains("7 people suddenly ask: The hub is offline"),
            "{page}: {shown}"
        );
    }
    // It is over when it was quiet for some hours; another one is told again.
    forum.app.clock.pass(Duration::hours(7));
    forum.app.propose(&forum.proposer);
    assert!(forum.outbreaks().is_empty());
    forum.burst(&mut ids, 6, 5);
    assert_eq!(forum.outbreaks().len(), 1);
    assert_eq!(forum.told().len(), 2);
}

#[test]
fn what_is_usual_is_no_outbreak() {
    let forum = Forum::spawn();
    let mut ids = Vec::new();
    // One in every two hours or so, for four weeks.
    for _ in 0..28 {
        forum.burst(&mut ids, 12, 115);
        forum.app.clock.pass(Duration::minutes(60));
    }
    assert!(forum.outbreaks().is_empty());
    forum.burst(&mut ids, 4, 10);
    assert!(forum.outbreaks().is_empty());
    forum.burst(&mut ids, 3, 1);
    assert_eq!(forum.outbreaks().len(), 1);
}

#[test]
fn letters_of_outbreaks_can_be_switched_off() {
    let forum = Forum::spawn();
    let now = forum.app.now();
    forum
        .app
        .write(|tx| settings::change(tx, |settings| settings.tells_outbreaks = false, now));
    let mut ids = Vec::new();
    forum.burst(&mut ids, 5, 5);
    assert_eq!((forum.outbreaks(), forum.told()), (vec![5], Vec::new()));
}
