//! How helpful readers found a post.

use maud::{Markup, html};

use super::{Icon, Pen, figure, icon};

/// An opinion of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteMark {
    /// It helped.
    Up,
    /// It did not help, or is wrong.
    Down,
}

/// The votes of a post and what this viewer may do with them.
#[derive(Debug, Clone, Copy)]
pub struct Votes<'a> {
    /// Ups less downs.
    pub score: i64,
    /// What this viewer thinks of it.
    pub mine: Option<VoteMark>,
    /// Where an up vote posts (or its withdrawal, when it is pressed); `None` when this viewer may not vote.
    pub up_action: Option<&'a str>,
    /// Where a down vote posts (or its withdrawal); `None` when this viewer may not vote down.
    pub down_action: Option<&'a str>,
    /// What the votes are about, for readers by ear, such as “answer by bob”.
    pub about: &'a str,
}

/// The score between its two buttons, or in words when the viewer may not vote and there is something to tell.
pub fn votes(pen: &Pen<'_>, votes: &Votes<'_>) -> Markup {
    if votes.up_action.is_none() && votes.down_action.is_none() {
        return html! {
            @if votes.score != 0 {
                span.votes-told { (figure(pen, votes.score)) " " (pen.tell("votes-score", &[("count", votes.score.into())])) }
            }
        };
    }
    html! {
        div.votes {
            @if let Some(action) = votes.up_action {
                (vote_button(pen, action, VoteMark::Up, votes))
            }
            span.score {
                (figure(pen, votes.score))
                span.unseen { " " (pen.tell("votes-score", &[("count", votes.score.into())])) }
            }
            @if let Some(action) = votes.down_action {
                (vote_button(pen, action, VoteMark::Down, votes))
            }
        }
    }
}

fn vote_button(pen: &Pen<'_>, action: &str, vote: VoteMark, votes: &Votes<'_>) -> Markup {
    let (drawing, key) = match vote {
        VoteMark::Up => (Icon::ArrowUp, "votes-up"),
        VoteMark::Down => (Icon::ArrowDown, "votes-down"),
    };
    let pressed = votes.mine == Some(vote);
    html! {
        form.inline method="post" action=(action) {
            button.vote type="submit" aria-pressed=(pressed) title=(pen.say(key)) {
                (icon(pen, drawing))
                span.unseen { (pen.say(key)) ": " (votes.about) }
            }
        }
    }
}
