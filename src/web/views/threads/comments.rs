//! All comments of a post, on a page of their own.

use maud::html;

use super::removed::{Fate, removed};
use super::{name_of, page_of};
use crate::domain::cursor::PageOf;
use crate::store::threads::CommentView;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{Comment, Link, breadcrumb, comments as comment_list, pager};
use crate::web::views::layout::{narrow, page_head};

/// The page; `back` leads to the post, `here` is the page's own address without a cursor.
pub fn comments(visit: &Visit, title: &str, back: &str, here: &str, comments: &PageOf<CommentView>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let named: Vec<_> = comments
        .items
        .iter()
        .map(|comment| (comment, name_of(visit, &comment.author)))
        .collect();
    let items: Vec<_> = named
        .iter()
        .map(|(comment, name)| Comment {
            anchor: format!("comment-{}", comment.id),
            permalink: urls.comment(comment.id),
            author: name,
            author_href: page_of(visit, &comment.author),
            written_at: comment.created_at,
            body: &comment.body,
            actions: html! {
                @let fate = Fate::of_comment(comment, false);
                @if let Some(note) = removed(&pen, comment.deleted_at, fate) { p.removed-note { (note) } }
            },
        })
        .collect();
    let more = comments.more.map(|more| urls.page_after(here, more));
    let heading = pen.say("comments-title");
    let content = narrow(html! {
        (breadcrumb(&pen, &[Link::new(title, back)]))
        (page_head(&heading, None, html! {}))
        (comment_list(&pen, &heading, &items, None))
        (pager(&pen, None, more.as_deref()))
    });
    Page::new(heading, content).unlisted()
}
