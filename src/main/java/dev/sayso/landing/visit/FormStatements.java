package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.landing.BoxMeaning;

/**
 * What a submitted form says by its checkboxes: for each box its meaning, what it showed
 * and whether it came back ticked decide; only differences speak.
 *
 * @param asked the boxes of the page
 * @param shown what the form showed; null where it does not say, and then nothing is
 * lifted and nothing left unticked speaks
 */
record FormStatements(Map<Purpose, BoxMeaning> asked, @Nullable ShownChoices shown, ShownChoices current,
		Set<Purpose> ticked) {

	/**
	 * What the person says whom a personal link identified.
	 */
	List<Statement> bySubject() {
		return stop(this.asked.keySet()
			.stream()
			.flatMap((purpose) -> choice(purpose).stream().map((choice) -> Statement.of(purpose, choice)))
			.toList());
	}

	/**
	 * What somebody says who typed the address of a known person: a no applies, a yes
	 * waits, what is left changes nothing.
	 */
	List<Statement> byVisitor() {
		return stop(this.asked.keySet().stream().filter(this.ticked::contains).map(this::asVisitor).toList());
	}

	/**
	 * What a visitor says whom nobody knew: besides, what they were asked and left
	 * unticked is a no until they say more.
	 */
	List<Statement> byUnknownVisitor() {
		List<Statement> statements = new ArrayList<>(byVisitor());
		this.asked.keySet()
			.stream()
			.filter((purpose) -> purpose != Purpose.MARKETING_ANY && !this.ticked.contains(purpose))
			.map((purpose) -> Statement.of(purpose, Choice.DEFAULT_NO))
			.forEach(statements::add);
		return statements;
	}

	private Statement asVisitor(Purpose purpose) {
		return Statement.of(purpose,
				(this.asked.get(purpose) == BoxMeaning.DO_NOT_CONTACT) ? Choice.NO : Choice.PENDING);
	}

	private Optional<Choice> choice(Purpose purpose) {
		BoxMeaning meaning = this.asked.getOrDefault(purpose, BoxMeaning.CONTACT_ME);
		ShownChoices before = before();
		boolean tick = this.ticked.contains(purpose);
		boolean was = before.ticked(purpose, meaning);
		return Optional.ofNullable(switch (meaning) {
			case DO_NOT_CONTACT -> doNotContact(purpose, tick, was);
			case CONTACT_ME -> (tick && !was) ? Choice.YES : null;
			case IN_OR_OUT -> tick ? (was ? null : Choice.YES) : out(purpose);
		});
	}

	private @Nullable Choice doNotContact(Purpose purpose, boolean tick, boolean was) {
		if (!tick) {
			return (was && this.shown != null) ? Choice.UNKNOWN : null;
		}
		boolean staysBehind = was && liftsAny() && before().choice(purpose) != Choice.NO;
		return (!was || staysBehind) ? Choice.NO : null;
	}

	private @Nullable Choice out(Purpose purpose) {
		if (this.shown == null) {
			return null;
		}
		Choice choice = before().choice(purpose);
		return (purpose == Purpose.MARKETING_ANY || choice == Choice.NO || choice == Choice.PENDING) ? null : Choice.NO;
	}

	/**
	 * A channel that <em>any channel</em> covered and that is left ticked stays a no when
	 * <em>any channel</em> is lifted.
	 */
	private boolean liftsAny() {
		return this.asked.get(Purpose.MARKETING_ANY) == BoxMeaning.DO_NOT_CONTACT && this.shown != null
				&& this.shown.choice(Purpose.MARKETING_ANY) == Choice.NO
				&& !this.ticked.contains(Purpose.MARKETING_ANY);
	}

	private ShownChoices before() {
		return (this.shown != null) ? this.shown : this.current;
	}

	/**
	 * Who says no to all contact opens no channel with it; what else they say stands.
	 */
	private static List<Statement> stop(List<Statement> statements) {
		boolean stops = statements.stream()
			.anyMatch((statement) -> statement.purpose() == Purpose.MARKETING_ANY && statement.choice() == Choice.NO);
		return statements.stream()
			.filter((statement) -> !stops || statement.choice() == Choice.NO || !statement.purpose().isMarketing())
			.toList();
	}

}
