//! What moderators decide on the desk: it holds, and whoever comes too late is told.

use tanya::domain::id::ThreadId;
use tanya::domain::proposal::{ProposalKind, ProposalState};
use tanya::store::repeats;

use super::{Forum, MEMBERS, adopting, path};
use crate::support::Page;

const DECLINE: &str = "form[action$='/decline']";
const MERGE: &str = "form[action$='/merge']";

fn members(forum: &Forum, thread: ThreadId) -> Vec<ThreadId> {
    let members = forum.app.read(|db| repeats::groups_of(db, &[thread]));
    members.iter().map(|member| member.thread).collect()
}

fn decline(forum: &Forum, page: &str) -> Page {
    forum
        .app
        .signed_in("cat")
        .submit(page, DECLINE, &[("reason", "The manual says it.")])
}

#[test]
fn a_declined_proposal_stays_away_until_the_group_has_grown_by_half() {
    let forum = Forum::spawn();
    let mut ids = forum.three();
    let row = forum.one(ProposalKind::Answer);
    let cat = forum.app.signed_in("cat");
    let empty = cat.submit(&path(row.id), DECLINE, &[]);
    assert_eq!(empty.status, 422, "a reason has to be given");
    assert!(empty.has(".problems a[href='#reason']"));
    let done = decline(&forum, &path(row.id));
    assert_eq!(done.location().as_deref(), Some("/moderation/repeats"), "{}", done.body);
    forum.none();
    let told = cat.get(&path(row.id));
    assert!(told.body.contains("cat declined this") && told.body.contains("The manual says it."));
    assert!(
        cat.get("/moderation/repeats?show=decided")
            .body
            .contains("Declined by cat")
    );
    assert!(
        cat.get("/moderation/log")
            .body
            .contains("Declined what is proposed for")
    );
    // Four of three is no half more, and another group of the same questions is the same.
    ids.push(forum.ask("dan", "How on earth does the box open"));
    forum.app.group(&ids);
    forum.none();
    forum.app.group(&ids[..2]);
    forum.app.group(&ids);
    forum.accept(ids[0]);
    forum.none();
    ids.push(forum.ask("root", "Opening the box"));
    forum.app.group(&ids);
    let again = forum.one(ProposalKind::Article);
    assert_ne!(again.id, row.id);
    assert_eq!(again.members, 5);
}

#[test]
fn two_groups_become_one_and_stay_so() {
    let forum = Forum::spawn();
    let one = forum.three();
    forum.one(ProposalKind::Answer);
    let other = [1, 2, 3, 4].map(|number| forum.ask_as_new(number, &format!("Lid stuck {number}")));
    forum.app.group(&other);
    let rows = forum.until("both are proposed", |rows| rows.len() == 2);
    let small = rows.iter().find(|row| row.members == 3).unwrap();
    let large = rows.iter().find(|row| row.members == 4).unwrap();
    let cat = forum.app.signed_in("cat");
    let done = cat.submit(&path(small.id), MERGE, &[("other", &large.id.to_string())]);
    assert_eq!(done.status, 303, "{}", done.body);
    let row = forum.one(ProposalKind::Answer);
    assert_eq!((row.id, row.members), (small.id, 7));
    let gone = forum.page(large.id).row;
    assert_eq!((gone.state, gone.into), (ProposalState::Merged, Some(small.id)));
    let all: Vec<ThreadId> = one.iter().copied().chain(other).collect();
    assert_eq!(members(&forum, one[0]), all);
    let decided = forum.app.read(|db| repeats::decisions_on(db, &all));
    assert_eq!(decided.len(), 6);
    assert!(decided.iter().all(|decision| decision.is_same));
    assert!(
        !cat.get(&path(small.id)).has(MERGE),
        "there is nothing left to merge with"
    );
}

#[test]
fn what_is_ticked_is_parted_from_the_rest() {
    let forum = Forum::spawn();
    let mut ids = forum.three();
    ids.extend([1, 2].map(|number| forum.ask_as_new(number, &format!("The lid is loose {number}"))));
    forum.app.group(&ids);
    let row = forum.one(ProposalKind::Answer);
    let cat = forum.app.signed_in("cat");
    let form = cat.get(&path(row.id)).form(MEMBERS);
    let all = cat.send_form(&form);
    assert_eq!(all.status, 422, "everything is ticked, so that nothing would stay");
    let mut form = form.without("ticked");
    let apart = ids[3..].iter().map(|id| ("ticked".to_owned(), id.to_string()));
    form.fields.extend(apart);
    let done = cat.send_form(&form);
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(forum.one(ProposalKind::Answer).id, row.id);
    assert_eq!(forum.threads(row.id), ids[..3]);
    assert_eq!(members(&forum, ids[3]), ids[3..]);
    let decided = forum.app.read(|db| repeats::decisions_on(db, &ids[3..]));
    assert_eq!(decided.iter().filter(|decision| !decision.is_same).count(), 6);
}

#[test]
fn one_question_that_is_not_the_same_leaves_alone() {
    let forum = Forum::spawn();
    let mut ids = forum.three();
    ids.push(forum.ask("dan", "How does the fox open?"));
    forum.app.group(&ids);
    let row = forum.one(ProposalKind::Answer);
    let cat = forum.app.signed_in("cat");
    let form = cat.get(&path(row.id)).form("form#not-the-same");
    let done = cat.send_form(&form.with(&[("alone", &ids[3].to_string())]));
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(members(&forum, ids[3]), []);
    assert_eq!(forum.threads(row.id), ids[..3]);
}

#[test]
fn whoever_decides_on_what_changed_sees_what_they_saw_and_what_is_so_now() {
    let forum = Forum::spawn();
    let mut ids = forum.answered();
    let row = forum.one(ProposalKind::Article);
    let cat = forum.app.signed_in("cat");
    let form = adopting(&cat, row.id);
    ids.push(forum.ask("dan", "How on earth does the box open"));
    // The group has grown; that the proposal has not followed yet changes nothing.
    forum.app.group(&ids[1..]);
    let late = cat.send_form(&form);
    assert_eq!(late.status, 409, "{}", late.body);
    let told = late.texts(".outrun section");
    assert!(
        told[0].contains("ada wonders") && told[0].contains("no longer here"),
        "{told:?}"
    );
    assert!(
        told[1].contains("How on earth does the box open") && told[1].contains("new"),
        "{told:?}"
    );
    assert_eq!(forum.page(row.id).row.state, ProposalState::Open);
    let again = late.form(MEMBERS);
    assert!(again.fields.iter().filter(|(name, _)| name == "ticked").count() >= 2);
    let part = late.form(DECLINE).with(&[("reason", "No.")]);
    assert_eq!(
        cat.send_form(&part).status,
        303,
        "the page that came back can be decided on"
    );
}

#[test]
fn of_two_who_decide_at_once_one_wins_and_the_other_reads_it() {
    let forum = Forum::spawn();
    forum.answered();
    let row = forum.one(ProposalKind::Article);
    let (cat, root) = (forum.app.signed_in("cat"), forum.app.signed_in("root"));
    let form = adopting(&root, row.id);
    assert_eq!(
        cat.submit(&path(row.id), DECLINE, &[("reason", "The manual says it.")])
            .status,
        303
    );
    let late = root.send_form(&form);
    assert_eq!(late.status, 409, "{}", late.body);
    for part in ["Nothing was done", "cat declined this", "The manual says it."] {
        assert!(late.body.contains(part), "{part}: {}", late.body);
    }
    assert_eq!(forum.page(row.id).row.state, ProposalState::Declined);
}

#[test]
fn a_form_that_no_page_sends_is_refused() {
    let forum = Forum::spawn();
    forum.three();
    let row = forum.one(ProposalKind::Answer);
    let cat = forum.app.signed_in("cat");
    for act in ["adopt", "link", "decline", "merge", "split", "put-back"] {
        let action = format!("{}/{act}", path(row.id));
        assert_eq!(cat.post(&action, &[]).status, 400, "{act}");
        assert_eq!(
            cat.post(&action, &[("version", "1"), ("strange", "1")]).status,
            400,
            "{act}"
        );
    }
    let fields = [("version", "1"), ("seen", ""), ("shown", ""), ("part", "1")];
    let adopt = format!("{}/adopt", path(row.id));
    assert_eq!(
        cat.post(&adopt, &fields).status,
        403,
        "nothing can be adopted of what needs an answer"
    );
    assert_eq!(cat.get(&format!("{}?part=2", path(row.id))).status, 404);
}
