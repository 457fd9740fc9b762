//! The sandbox as its users meet it, request by request and customer by customer.

/// Calls a function with the type of every folder's records.
macro_rules! with_every_record {
    ($function:ident($($argument:expr)?)) => {{
        use sandbox::pages::{Australia, Citibanamex, Flexiti, HongKong, Worldline};
        $function::<HongKong>($($argument)?);
        $function::<Australia>($($argument)?);
        $function::<Citibanamex>($($argument)?);
        $function::<Worldline>($($argument)?);
        $function::<Flexiti>($($argument)?);
    }};
}

mod ask;
mod bodies;
mod changes;
mod customers;
#[cfg(unix)]
mod faults;
mod http;
mod licence;
mod more_pages;
