//! Two runs at once.

use crate::ground::{Ground, State, left, rounds};

pub(crate) fn at_once() {
    let mut tried = 0;
    for ground in Ground::all() {
        for round in 0..rounds(2) {
            ground.reset();
            let runs = [(); 2].map(|()| ground.run().spawn().unwrap());
            for mut run in runs {
                assert_eq!(run.wait().unwrap().code(), Some(ground.code), "round {round}");
            }
            assert_eq!(ground.state("two at once"), State::New);
            assert_eq!(left(ground.path()), 0);
            tried += 1;
        }
    }
    println!("pairs of runs at once: {tried} tried, each left the new");
}
