package dev.sayso.landing.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Pause;
import dev.sayso.consent.PauseRefusedException;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.shared.ProfileId;

/**
 * What a form says about a pause of everything: a day, or none where it showed one.
 */
@Component
public class FormPause {

	/** What the field is called. */
	public static final String UNTIL = "pauseUntil";

	private final RecordPause record;

	private final Clock clock;

	FormPause(RecordPause record, Clock clock) {
		this.record = record;
		this.clock = clock;
	}

	/**
	 * What was sent.
	 *
	 * @param until as it was typed
	 */
	public record Typed(String until) {

		/** The day; empty where none was typed, or what was typed is none. */
		public Optional<LocalDate> day() {
			try {
				return this.until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(this.until));
			}
			catch (DateTimeException ex) {
				return Optional.empty();
			}
		}

	}

	/** The day among what a form ticked, as it is kept of one; empty for none. */
	public static Optional<LocalDate> read(List<String> ticked) {
		return ticked.stream()
			.filter((name) -> name.startsWith(UNTIL + "="))
			.flatMap((name) -> new Typed(name.substring(UNTIL.length() + 1)).day().stream())
			.findFirst();
	}

	/** The pause that runs now. */
	public Optional<Pause> running(Say say) {
		return say.pause(Purpose.MARKETING_ANY, this.clock.instant());
	}

	/** The days from which one may choose. */
	public RecordPause.Days days(ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		return new RecordPause.Days(today, today.plusYears(1));
	}

	/** Whether a day was typed that nobody may choose there. */
	public boolean isWrong(@Nullable Typed typed, ZoneId zone) {
		return typed != null && !typed.until().isEmpty() && typed.day().filter(days(zone)::include).isEmpty();
	}

	/**
	 * What the person says by it; empty where it stands. A day that is left as it was
	 * shown takes back nothing that was said since, but holds against whoever ended the
	 * pause meanwhile.
	 * @param shown until when it was paused by what they saw; null for not at all
	 */
	public Optional<PauseStatement> bySubject(Say say, @Nullable Typed typed, @Nullable LocalDate shown) {
		if (typed == null || (!typed.until().isEmpty() && typed.day().isEmpty())) {
			return Optional.empty();
		}
		LocalDate day = typed.day().orElse(null);
		boolean left = Objects.equals(day, shown);
		Pause running = running(say).orElse(null);
		boolean stands = (running == null) ? day == null : running.until().equals(day) && (left || running.own());
		PauseStatement statement = PauseStatement.of(Purpose.MARKETING_ANY, day, null);
		return (stands || (left && opens(say, statement))) ? Optional.empty() : Optional.of(statement);
	}

	/** Whether it lets contact come sooner: it ends a pause, or shortens it. */
	public boolean opens(Say say, PauseStatement statement) {
		return running(say)
			.filter((current) -> statement.until() == null || statement.until().isBefore(current.until()))
			.isPresent();
	}

	/** Whether it is a no for a time, and nothing else is the matter with it. */
	public boolean isNo(Say say, PauseStatement statement) {
		return !opens(say, statement) && statement.until() != null
				&& this.record.days(say.profile()).include(statement.until());
	}

	/**
	 * Records it for the person, guarded by what the form showed.
	 * @throws PauseRefusedException where it must not be
	 */
	public void record(ProfileId profile, Declaration by, PauseStatement statement, @Nullable LocalDate shown) {
		this.record.record(profile, by, statement, (running) -> running.until().equals(shown));
	}

	/**
	 * Records it as a no, whatever else is wrong with the form and whoever sent it: a
	 * longer pause stays. It ends on the last day that there is where the person lives.
	 */
	public void extend(ProfileId profile, Declaration by, LocalDate until) {
		LocalDate last = this.record.days(profile).last();
		this.record.extend(profile, by,
				PauseStatement.of(Purpose.MARKETING_ANY, until.isAfter(last) ? last : until, null));
	}

}
