//! Pages as functions: each takes what the store answered and returns markup. No view asks the store.

pub mod components;
pub mod faults;
pub mod layout;
