//! The desk of repeated questions: what they propose, and what moderators and staff decide about it.

mod deciding;
mod drafting;
mod showing;
mod ticks;

pub use deciding::{adopt, decline, link, merge, put_back, split};
pub use drafting::{Draft, draft};
pub use showing::{desk, show};
