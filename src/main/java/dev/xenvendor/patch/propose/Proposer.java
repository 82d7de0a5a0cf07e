package dev.xenvendor.patch.propose;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.residue.Residue;
import java.util.List;

/** Looks at residue and proposes changes that would declare some of it, the best first. */
@FunctionalInterface
interface Proposer {
  List<Change> propose(Residue residue);
}
