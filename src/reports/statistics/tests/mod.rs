//! Whether the estimators agree with others', and what they say of too little.

mod business_hours;
mod lifelines;
mod survival;
