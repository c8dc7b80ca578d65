//! One's own settings: the profile, address and password, the browsers that are signed in, one's data, and the end.
//!
//! What belongs here: what a person does to their own account while signed in. What does not: coming in (`sign_up`,
//! `sign_in`, `forgotten_password`), and what others see of a person (`users`).

mod account;
mod closing;
mod data;
mod hints;
mod letters;
mod profile;
mod proof;
mod second_factor;
mod sessions;
mod watching;

pub use account::{
    ask_address, cancel_address, change_password, confirm_address, confirm_address_form, resume_letters,
    show as account,
};
pub use closing::{close, form as closing};
pub use data::{download, show as data};
pub use hints::dismiss as dismiss_hints;
pub use letters::{save as save_letters, show as letters};
pub use profile::{save, show};
pub use second_factor::{
    begin as begin_second_factor, confirm as confirm_second_factor, end as end_second_factor, renew_codes,
    show as second_factor,
};
pub use sessions::{end as end_session, end_others as end_other_sessions, show as sessions};
pub use watching::show as watching;
