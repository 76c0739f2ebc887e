package dev.sayso.consent.ledger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.StaleSayException;
import dev.sayso.consent.Statement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * Records what an operator changes on a person's page, held against what that page
 * showed: only differences act, and what somebody else changed since is never overwritten
 * unseen.
 */
@Component
public class OperatorSayChanges {

	private final Says says;

	private final RecordSay record;

	private final TransactionTemplate transaction;

	OperatorSayChanges(Says says, RecordSay record, TransactionTemplate transaction) {
		this.says = says;
		this.record = record;
		this.transaction = transaction;
	}

	/**
	 * A checkbox <em>do not contact</em> as it was posted.
	 *
	 * @param shownNo the ledger's entry of the no that it showed; null where it showed
	 * none
	 */
	public record Box(Purpose purpose, boolean ticked, @Nullable UUID shownNo, Grounds grounds) {

		/** The same where what was typed as grounds cannot be kept. */
		public Box withoutGrounds() {
			return new Box(this.purpose, this.ticked, this.shownNo, Grounds.NONE);
		}

		public boolean isTickedAnew() {
			return this.ticked && this.shownNo == null;
		}

		boolean isUnticked() {
			return !this.ticked && this.shownNo != null;
		}

	}

	/**
	 * Says no where a box was ticked, whatever becomes of the rest, and takes a no back
	 * where one was unticked, all of them or none.
	 * @throws OwnRefusalException naming every own no that was unticked without its
	 * grounds
	 * @throws StaleSayException naming every unticked no that is another one by now
	 */
	public List<LedgerEntry> denylist(ProfileId profile, Actor operator, List<Box> boxes) {
		List<LedgerEntry> entries = new ArrayList<>(stop(profile, operator, boxes));
		entries.addAll(Objects.requireNonNull(this.transaction.execute((status) -> lift(profile, operator, boxes))));
		return entries;
	}

	/** Says no where a box was ticked, and leaves the others. */
	public List<LedgerEntry> stop(ProfileId profile, Actor operator, List<Box> boxes) {
		List<Statement> noes = boxes.stream()
			.filter(Box::isTickedAnew)
			.map((box) -> Statement.of(box.purpose(), Choice.NO, box.grounds().reason()))
			.toList();
		return noes.isEmpty() ? List.of()
				: this.record.record(profile, Declaration.byOperator(operator, noes, Evidence.NONE));
	}

	private List<LedgerEntry> lift(ProfileId profile, Actor operator, List<Box> boxes) {
		Say say = this.says.held(profile);
		List<Box> lifted = boxes.stream().filter(Box::isUnticked).filter((box) -> no(say, box).isPresent()).toList();
		refuse(lifted.stream().filter((box) -> !no(say, box).orElseThrow().ledgerId().equals(box.shownNo())).toList());
		List<LedgerEntry> entries = new ArrayList<>();
		Set<Purpose> ownRefusals = EnumSet.noneOf(Purpose.class);
		for (Box box : lifted) {
			try {
				entries.addAll(say(profile, operator, box.purpose(), Choice.UNKNOWN, box.grounds()));
			}
			catch (OwnRefusalException ex) {
				ownRefusals.addAll(ex.purposes());
			}
		}
		if (!ownRefusals.isEmpty()) {
			throw new OwnRefusalException(ownRefusals);
		}
		return entries;
	}

	/**
	 * Records one choice.
	 * @param seen the ledger's entry that the page showed for the purpose; null for none
	 * @throws OwnRefusalException when it would lift the person's own no without its
	 * grounds
	 * @throws StaleSayException when something else stands than was shown; a no is taken
	 * anyhow
	 */
	@Transactional
	public List<LedgerEntry> choice(ProfileId profile, Actor operator, Statement statement, @Nullable UUID seen,
			Evidence evidence) {
		Optional<UUID> current = this.says.held(profile).get(statement.purpose()).map(Consent::ledgerId);
		if (statement.choice() != Choice.NO && !current.equals(Optional.ofNullable(seen))) {
			throw new StaleSayException(Set.of(statement.purpose()));
		}
		return say(profile, operator, statement.purpose(), statement.choice(),
				new Grounds(statement.reason(), evidence));
	}

	private List<LedgerEntry> say(ProfileId profile, Actor operator, Purpose purpose, Choice choice, Grounds grounds) {
		Statement statement = Statement.of(purpose, choice, grounds.reason());
		return this.record.record(profile, Declaration.byOperator(operator, List.of(statement), grounds.evidence()));
	}

	private static Optional<Consent> no(Say say, Box box) {
		return say.get(box.purpose()).filter((consent) -> consent.choice() == Choice.NO);
	}

	private static void refuse(List<Box> changed) {
		if (!changed.isEmpty()) {
			Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
			changed.forEach((box) -> purposes.add(box.purpose()));
			throw new StaleSayException(purposes);
		}
	}

}
