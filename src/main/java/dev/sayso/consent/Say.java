package dev.sayso.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * All that one person has said, as it stands now.
 *
 * @param pauses by what they cover, also those that are over
 * @param mark where it was read; null where it is not for changing
 */
public record Say(ProfileId profile, Map<Purpose, Consent> consents, Map<Purpose, Pause> pauses, @Nullable Mark mark) {

	public Say {
		Map<Purpose, Consent> ordered = new EnumMap<>(Purpose.class);
		ordered.putAll(consents);
		consents = Collections.unmodifiableMap(ordered);
		pauses = pauses.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(pauses));
	}

	/**
	 * Where in time a say was read, so that a change can tell whether it still stands.
	 *
	 * @param head the newest link of the person's chain
	 * @param waiting whether opt-ins may wait beside it
	 * @param keptNoes whether a no is kept for one of their addresses
	 * @param extras what XDM defines and Sayso does not use, kept as it came (a JSON
	 * object); null for nothing
	 */
	public record Mark(String head, boolean waiting, boolean keptNoes, @Nullable String extras) {
	}

	public Say(ProfileId profile, Map<Purpose, Consent> consents) {
		this(profile, consents, Map.of(), null);
	}

	public static Say of(ProfileId profile, Collection<Consent> consents, @Nullable Mark mark) {
		return of(profile, consents, List.of(), mark);
	}

	public static Say of(ProfileId profile, Collection<Consent> consents, Collection<Pause> pauses,
			@Nullable Mark mark) {
		Map<Purpose, Consent> byPurpose = new EnumMap<>(Purpose.class);
		consents.forEach((consent) -> byPurpose.put(consent.purpose(), consent));
		Map<Purpose, Pause> paused = new EnumMap<>(Purpose.class);
		pauses.forEach((pause) -> paused.put(pause.purpose(), pause));
		return new Say(profile, byPurpose, paused, mark);
	}

	public static Say nothing(ProfileId profile) {
		return new Say(profile, Map.of());
	}

	/**
	 * Tells this say from any other that the person had or will have; nothing where it
	 * was read among many.
	 */
	public Optional<String> tag() {
		return Optional.ofNullable(this.mark).map((read) -> read.head().substring(0, 16));
	}

	public boolean waiting() {
		return this.mark != null && this.mark.waiting();
	}

	/**
	 * The same once consents were put in the place of those that stood.
	 * @param head the newest link of the person's chain with them
	 */
	public Say with(Collection<Consent> changed, String head) {
		Map<Purpose, Consent> after = new EnumMap<>(Purpose.class);
		after.putAll(this.consents);
		changed.forEach((consent) -> after.put(consent.purpose(), consent));
		Mark read = Objects.requireNonNull(this.mark);
		return new Say(this.profile, after, this.pauses,
				new Mark(head, read.waiting(), read.keptNoes(), read.extras()));
	}

	/** The same with other things kept beside it. */
	public Say with(String extras) {
		Mark read = Objects.requireNonNull(this.mark);
		return new Say(this.profile, this.consents, this.pauses,
				new Mark(read.head(), read.waiting(), read.keptNoes(), extras));
	}

	/** The same with a pause in the place of any other of the same thing. */
	public Say with(Pause pause) {
		Map<Purpose, Pause> after = new EnumMap<>(Purpose.class);
		after.putAll(this.pauses);
		after.put(pause.purpose(), pause);
		return new Say(this.profile, this.consents, after, this.mark);
	}

	public Optional<Consent> get(Purpose purpose) {
		return Optional.ofNullable(this.consents.get(purpose));
	}

	public Choice explicit(Purpose purpose) {
		return get(purpose).map(Consent::choice).orElse(Choice.UNKNOWN);
	}

	/**
	 * Whether a checkbox <em>do not contact</em> for the channel stands ticked by its own
	 * row.
	 */
	public boolean saysNo(Channel channel) {
		return explicit(Purpose.marketing(channel)) == Choice.NO;
	}

	public boolean saysNoToAny() {
		return explicit(Purpose.MARKETING_ANY) == Choice.NO;
	}

	/**
	 * What holds for a purpose under the order of precedence: any channel's no, the own
	 * row, the row of any channel, the default.
	 */
	public EffectiveChoice effective(Purpose purpose, ConsentDefaults defaults) {
		Consent own = said(purpose);
		Consent any = purpose.channel().isPresent() ? said(Purpose.MARKETING_ANY) : null;
		if (any != null && (any.choice() == Choice.NO || own == null)) {
			return EffectiveChoice.of(purpose, any, EffectiveChoice.Because.ANY);
		}
		return (own != null) ? EffectiveChoice.of(purpose, own, EffectiveChoice.Because.EXPLICIT)
				: EffectiveChoice.byDefault(purpose, defaults.choice(purpose), takenBack(purpose));
	}

	/** The pause of this very thing, any channel or one, that runs then. */
	public Optional<Pause> pause(Purpose purpose, Instant at) {
		return Optional.ofNullable(this.pauses.get(purpose)).filter((pause) -> pause.isRunning(at));
	}

	/**
	 * What pauses a channel then, of its own or for everything: the one that ends last.
	 */
	public Optional<Pause> pause(Channel channel, Instant at) {
		if (this.pauses.isEmpty()) {
			return Optional.empty();
		}
		return Stream.of(Purpose.MARKETING_ANY, Purpose.marketing(channel))
			.flatMap((purpose) -> pause(purpose, at).stream())
			.max(Comparator.comparing(Pause::ends));
	}

	/**
	 * What may be measured: with their name where they allow it, nothing where they say
	 * no, else as the settings have it, but never with their name where they were asked
	 * and have not confirmed.
	 */
	public Tracking tracking(Purpose purpose, ConsentDefaults defaults) {
		Tracking otherwise = Tracking.of(defaults.choice(purpose));
		Consent own = said(purpose);
		if (own == null) {
			return otherwise;
		}
		Tracking said = Tracking.of(own.choice());
		return (said == Tracking.ANONYMOUS) ? said.stricter(otherwise) : said;
	}

	/** As if they consented to one purpose more: for looking at, and not for changing. */
	public Say imagining(Purpose purpose, Instant since) {
		Map<Purpose, Consent> imagined = new EnumMap<>(Purpose.class);
		imagined.putAll(this.consents);
		imagined.put(purpose, Consent.imagined(purpose, Choice.YES, since));
		return new Say(this.profile, imagined, this.pauses, null);
	}

	private @Nullable Consent said(Purpose purpose) {
		Consent consent = this.consents.get(purpose);
		return (consent != null && consent.isSaid()) ? consent : null;
	}

	/** What was taken back last of the purpose, or of any channel where it is one. */
	private @Nullable Consent takenBack(Purpose purpose) {
		Stream<Purpose> purposes = purpose.channel().isPresent() ? Stream.of(purpose, Purpose.MARKETING_ANY)
				: Stream.of(purpose);
		return purposes.map(this.consents::get)
			.filter(Objects::nonNull)
			.max(Comparator.comparing(Consent::since))
			.orElse(null);
	}

	/**
	 * Evaluates a declaration by the rules of the say.
	 * @throws OwnRefusalException when it would lift the person's own no without reason,
	 * evidence or right
	 * @throws StaleSayException when it would lift a no that the form did not show
	 */
	public SayEvaluation evaluate(Declaration declaration, Instant now) {
		return new SayRules(this.consents, declaration, now).evaluate();
	}

}
