//! Where the desk is reached, who sees it, and what it says.

use tanya::domain::proposal::ProposalKind;

use super::{Forum, path};

#[test]
fn the_desk_is_reached_from_the_menu_the_articles_and_the_threads() {
    let forum = Forum::spawn();
    let cat = forum.app.signed_in("cat");
    let empty = cat.get("/moderation/repeats");
    assert!(
        empty
            .text(".empty")
            .contains("once 3 people have asked it in other words within 180 days")
    );
    let ids = forum.three();
    let row = forum.one(ProposalKind::Answer);
    let home = cat.get("/");
    assert!(home.text(".menu-panel").contains("Repeated questions (1)"));
    assert!(
        cat.get("/moderation/articles")
            .text(".page-actions")
            .contains("Repeated questions (1)")
    );
    let thread = cat.visit(&format!("/threads/{}", ids[1]));
    assert!(thread.text(".moderation-bar").contains("Asked 3 times: see the group"));
    assert!(thread.has(&format!(".moderation-bar a[href='{}']", path(row.id))));
    for name in ["ada", "eve"] {
        let client = forum.app.signed_in(name);
        assert!(!client.get("/").body.contains("/moderation/repeats"), "{name}");
        assert!(
            !client
                .visit(&format!("/threads/{}", ids[1]))
                .body
                .contains("see the group"),
            "{name}"
        );
        assert_eq!(client.get(&path(row.id)).status, 403, "{name}");
    }
    let visitor = forum.app.visitor();
    assert_eq!(visitor.get(&path(row.id)).status, 303);
    assert!(
        !visitor
            .visit(&format!("/threads/{}", ids[1]))
            .body
            .contains("see the group")
    );
}

#[test]
fn a_proposal_shows_its_figures_and_each_question_with_where_it_stands() {
    let forum = Forum::spawn();
    let ids = forum.answered();
    let row = forum.one(ProposalKind::Article);
    let page = forum.app.signed_in("cat").get(&path(row.id));
    let members = page.texts(".member");
    assert_eq!(members.len(), 3);
    for (member, parts) in members.iter().zip([
        [
            "ada wonders how the box opens",
            "an answer is accepted",
            "This is about",
        ],
        ["bob wonders how the box opens", "not settled yet", "bob"],
        ["eve wonders how the box opens", "not settled yet", "eve"],
    ]) {
        for part in parts {
            assert!(member.contains(part), "{part}: {member}");
        }
    }
    let facts = page.text(".column-aside");
    for part in ["2 of 3 (67 %)", "0.7 a week"] {
        assert!(facts.contains(part), "{part}: {facts}");
    }
    let form = page.form("form.proposal-form");
    let seen = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    assert_eq!(form.value("seen"), Some(seen.as_str()));
}

#[test]
fn the_desk_is_filtered_and_goes_on_in_pages() {
    let forum = Forum::spawn();
    for group in 0..32 {
        let ids: Vec<_> = (0..3)
            .map(|nth| forum.ask_as_new(10 * group + nth, &format!("Question {group} of {nth}")))
            .collect();
        forum.app.group(&ids);
    }
    forum.until("all are proposed", |rows| rows.len() == 32);
    let cat = forum.app.signed_in("cat");
    let first = cat.get("/moderation/repeats");
    assert_eq!(first.texts("tbody tr").len(), 30);
    let next = first.attributes("a[rel=next]", "href").remove(0);
    assert_eq!(cat.get(&next).texts("tbody tr").len(), 2);
    assert_eq!(cat.get("/moderation/repeats?show=answer").texts("tbody tr").len(), 30);
    assert!(cat.get("/moderation/repeats?show=linking").has(".empty"));
    assert_eq!(cat.get("/moderation/repeats?show=nonsense").status, 400);
}

#[test]
fn how_many_have_to_ask_is_decided_by_whoever_runs_the_forum() {
    let forum = Forum::spawn();
    let ids = [
        forum.ask("ada", "How does the box open?"),
        forum.ask("bob", "Open the box, how?"),
    ];
    forum.app.group(&ids);
    forum.none();
    let root = forum.app.signed_in("root");
    let form = "main form[action='/admin/asking']";
    let wrong = root.submit("/admin/asking", form, &[("fewest_askers", "1"), ("proposal_days", "x")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.texts(".problems li").len(), 2);
    let fields = [("fewest_askers", "2"), ("proposal_days", "30")];
    assert_eq!(root.submit("/admin/asking", form, &fields).status, 303);
    forum.app.group(&ids);
    forum.one(ProposalKind::Answer);
}
