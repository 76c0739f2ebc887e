package dev.sayso.landing.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentDefaults;
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
 * @param defaults what holds where nothing is said
 */
public record FormStatements(Map<Purpose, BoxMeaning> asked, @Nullable ShownChoices shown, ShownChoices current,
		ConsentDefaults defaults, PublicFormBody.Ticks ticks) {

	/** What everybody says who stops all contact. */
	public static final List<Statement> STOP = List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO));

	public List<Statement> bySubject() {
		return this.ticks.all() ? STOP
				: stop(this.asked.keySet()
					.stream()
					.flatMap((purpose) -> choice(purpose).stream().map((choice) -> Statement.of(purpose, choice)))
					.toList());
	}

	/**
	 * What somebody says who typed the address of a known person: a no applies, a yes
	 * waits, what is left changes nothing.
	 */
	public List<Statement> byVisitor() {
		return this.ticks.all() ? STOP : stop(
				this.asked.keySet().stream().filter(this.ticks.ticked()::contains).map(this::asVisitor).toList());
	}

	/**
	 * What a visitor says whom nobody knew: besides, what they were asked and left
	 * unticked is a no until they say more; of what may be measured only where it were
	 * measured otherwise with their name.
	 */
	public List<Statement> byUnknownVisitor() {
		List<Statement> statements = new ArrayList<>(byVisitor());
		this.asked.keySet()
			.stream()
			.filter((purpose) -> purpose != Purpose.MARKETING_ANY && !this.ticks.ticked().contains(purpose))
			.filter((purpose) -> !purpose.isTracking() || this.defaults.choice(purpose).allows(purpose))
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
		if (this.ticks.stopped().contains(purpose)) {
			return Optional.of(Choice.NO);
		}
		ShownChoices before = before();
		boolean tick = this.ticks.ticked().contains(purpose);
		boolean was = before.ticked(purpose, meaning);
		return Optional.ofNullable(switch (meaning) {
			case DO_NOT_CONTACT -> doNotContact(purpose, tick, was);
			case CONTACT_ME -> (tick && !was) ? Choice.YES : null;
			case IN_OR_OUT -> tick ? (was ? null : Choice.YES) : out(purpose);
		});
	}

	/**
	 * A box that stood ticked and is left so is a no where somebody lifted that no
	 * meanwhile.
	 */
	private @Nullable Choice doNotContact(Purpose purpose, boolean tick, boolean was) {
		if (!tick) {
			return (was && this.shown != null) ? Choice.UNKNOWN : null;
		}
		boolean staysBehind = was && liftsAny() && before().choice(purpose) != Choice.NO;
		boolean lifted = !this.current.ticked(purpose, BoxMeaning.DO_NOT_CONTACT) && !restoresAny(purpose);
		return (!was || staysBehind || lifted) ? Choice.NO : null;
	}

	/**
	 * Whether a channel is a no again by the box of <em>any channel</em>, which alone
	 * covered it.
	 */
	private boolean restoresAny(Purpose purpose) {
		return purpose != Purpose.MARKETING_ANY && before().choice(purpose) != Choice.NO
				&& this.asked.get(Purpose.MARKETING_ANY) == BoxMeaning.DO_NOT_CONTACT
				&& this.ticks.ticked().contains(Purpose.MARKETING_ANY);
	}

	/**
	 * A box left empty is an answer wherever the say would allow contact otherwise, by
	 * what the form showed or by what stands now; an opt-in that waits is left alone.
	 */
	private @Nullable Choice out(Purpose purpose) {
		if (this.shown == null || purpose == Purpose.MARKETING_ANY || this.shown.choice(purpose) == Choice.PENDING) {
			return null;
		}
		boolean allowed = this.shown.allows(purpose, this.defaults) || this.current.allows(purpose, this.defaults);
		return (allowed || this.shown.ticked(purpose, BoxMeaning.IN_OR_OUT)) ? Choice.NO : null;
	}

	/**
	 * A channel that <em>any channel</em> covered and that is left ticked stays a no when
	 * <em>any channel</em> is lifted.
	 */
	private boolean liftsAny() {
		return this.asked.get(Purpose.MARKETING_ANY) == BoxMeaning.DO_NOT_CONTACT && this.shown != null
				&& this.shown.choice(Purpose.MARKETING_ANY) == Choice.NO
				&& !this.ticks.ticked().contains(Purpose.MARKETING_ANY);
	}

	private ShownChoices before() {
		return (this.shown != null) ? this.shown : this.current;
	}

	/** Who says no to all contact opens no channel with it; what else they say stands. */
	private static List<Statement> stop(List<Statement> statements) {
		boolean stops = statements.stream()
			.anyMatch((statement) -> statement.purpose() == Purpose.MARKETING_ANY && statement.choice() == Choice.NO);
		return statements.stream()
			.filter((statement) -> !stops || statement.choice() == Choice.NO || !statement.purpose().isMarketing())
			.toList();
	}

}
