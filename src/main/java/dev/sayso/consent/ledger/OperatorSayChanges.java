package dev.sayso.consent.ledger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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

	OperatorSayChanges(Says says, RecordSay record) {
		this.says = says;
		this.record = record;
	}

	/**
	 * A checkbox <em>do not contact</em> as it was posted.
	 *
	 * @param shownNo the ledger's entry of the no that it showed; null where it showed
	 * none
	 */
	public record Box(Purpose purpose, boolean ticked, @Nullable UUID shownNo, Grounds grounds) {

		boolean isTickedAnew() {
			return this.ticked && this.shownNo == null;
		}

		boolean isUnticked() {
			return !this.ticked && this.shownNo != null;
		}

	}

	/**
	 * Says no where a box was ticked and takes a no back where one was unticked, all of
	 * it or nothing.
	 * @throws OwnRefusalException naming every own no that was unticked without its
	 * grounds
	 * @throws StaleSayException naming every unticked no that is another one by now
	 */
	@Transactional
	public List<LedgerEntry> denylist(ProfileId profile, Actor operator, List<Box> boxes) {
		Say say = this.says.held(profile);
		List<Box> lifted = boxes.stream().filter(Box::isUnticked).filter((box) -> no(say, box).isPresent()).toList();
		refuse(lifted.stream().filter((box) -> !no(say, box).orElseThrow().ledgerId().equals(box.shownNo())).toList());
		List<LedgerEntry> entries = new ArrayList<>(stop(profile, operator, boxes));
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

	private List<LedgerEntry> stop(ProfileId profile, Actor operator, List<Box> boxes) {
		List<Statement> noes = boxes.stream()
			.filter(Box::isTickedAnew)
			.map((box) -> Statement.of(box.purpose(), Choice.NO, box.grounds().reason()))
			.toList();
		return noes.isEmpty() ? List.of()
				: this.record.record(profile, Declaration.byOperator(operator, noes, Evidence.NONE));
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
