//! The life of a session: from its first connection to the next ones, until the browser has left or the
//! server ends it.
use std::sync::Arc;

use tokio::time::sleep;

use super::connection::Connection;
use super::numbers::Numbers;
use super::session::{Cut, End, Session};
use super::sessions::{Arrival, Entry};
use super::sockets::Open;
use crate::server::Shared;

/// Serves a browser until either side ends it. One whose session has an entry may lose its connection
/// and come back.
pub(super) async fn serve(shared: Arc<Shared>, arrival: Arrival, mut entry: Option<Entry>) {
    let mut open = shared.sockets.open();
    let mut next = Some(arrival);
    while let Some(arrival) = next.take() {
        let mut session = Session::new(&shared, &arrival.caller);
        let over = session.live(arrival, entry.as_mut(), &mut open).await;
        // What still runs has nobody to answer.
        drop(session);
        match over {
            Over::Left => {}
            Over::Ended(connection, end) => connection.farewell(end).await,
            Over::Strange(arrival) => next = Some(arrival),
        }
    }
}

/// How a session is over.
enum Over {
    /// The browser does not come back.
    Left,
    /// The server ends it.
    Ended(Connection, End),
    /// The browser is back, and misses what is no longer there: it begins anew.
    Strange(Arrival),
}

/// What becomes of a browser that comes.
enum Welcome {
    In,
    /// It misses what is no longer there.
    Strange,
    Lost,
}

impl Session {
    /// Lives from one connection to the next.
    async fn live(
        &mut self,
        first: Arrival,
        mut entry: Option<&mut Entry>,
        open: &mut Open,
    ) -> Over {
        self.numbers =
            entry.is_some().then(|| Numbers::new(self.shared.config.websocket_resume_bytes));
        let mut is_back = false;
        let mut next = Some(first);
        while let Some(mut arrival) = next {
            let cut = match self.welcome(&mut arrival, is_back).await {
                Welcome::Strange => return Over::Strange(arrival),
                Welcome::Lost => Cut::Lost,
                Welcome::In => self.run(&mut arrival.connection, entry.as_deref_mut(), open).await,
            };
            next = match cut {
                Cut::Left => {
                    arrival.connection.release().await;
                    return Over::Left;
                }
                Cut::Ended(end) => return Over::Ended(arrival.connection, end),
                Cut::Unreadable => {
                    arrival.connection.farewell(self.unreadable()).await;
                    self.wait(entry.as_deref_mut(), open).await
                }
                Cut::Replaced(arrival) => Some(*arrival),
                Cut::Lost => self.wait(entry.as_deref_mut(), open).await,
            };
            is_back = true;
        }
        Over::Left
    }

    /// Says first what the browser has missed, if it numbers what it says.
    async fn welcome(&mut self, arrival: &mut Arrival, is_back: bool) -> Welcome {
        let Some(numbers) = &mut self.numbers else { return Welcome::In };
        let mut frames = vec![numbers.welcome(is_back)];
        if is_back {
            let Some(missed) = numbers.after(arrival.seen) else { return Welcome::Strange };
            frames.extend(missed.cloned());
            self.caller = Arc::clone(&arrival.caller);
        }
        for frame in frames {
            if arrival.connection.say(frame).await.is_none() {
                return Welcome::Lost;
            }
        }
        Welcome::In
    }

    /// Waits for the browser. Callbacks go on; a stream waits as soon as there is enough to send.
    async fn wait(&mut self, entry: Option<&mut Entry>, open: &mut Open) -> Option<Arrival> {
        let entry = entry?;
        let dismissed = self.shared.sockets.wait();
        tokio::select! {
            arrival = entry.next() => arrival,
            () = open.stopped() => None,
            () = self.outbox.exceeded() => None,
            _ = dismissed => None,
            () = sleep(self.shared.config.websocket_resume_timeout) => None,
        }
    }
}
