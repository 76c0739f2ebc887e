package dev.sayso.landing.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionState;
import dev.sayso.service.Subscriptions;

/**
 * What a form showed of a person's say, carried along by the form itself, so that only
 * what differs from it acts.
 *
 * @param services how they stood to services about which something was said, by key
 * @param pause until when nothing comes; null where no pause was shown
 */
public record ShownChoices(Map<Purpose, Choice> choices, Map<String, Standing> services, @Nullable LocalDate pause) {

	public static final ShownChoices NOTHING = new ShownChoices(Map.of());

	private static final String PAUSE = Pause.ledgerPurpose(Purpose.MARKETING_ANY) + "=";

	/** How much of what travels in a form is read. */
	private static final int LONGEST = 50_000;

	/**
	 * How somebody stands to a service.
	 *
	 * @param frequency the key of how often it comes; empty where there is nothing to
	 * choose
	 */
	public record Standing(SubscriptionState state, String frequency) {

		static Standing of(Subscription subscription) {
			return new Standing(subscription.state(), Objects.requireNonNullElse(subscription.frequency(), ""));
		}

		/** Reads what an entry of the ledger, or a form, says; empty where it is none. */
		public static Optional<Standing> read(String state, String frequency) {
			return Arrays.stream(SubscriptionState.values())
				.filter((known) -> known.key().equals(state))
				.findFirst()
				.map((known) -> new Standing(known, frequency));
		}

	}

	public ShownChoices {
		choices = Map.copyOf(choices);
		services = Map.copyOf(services);
	}

	public ShownChoices(Map<Purpose, Choice> choices) {
		this(choices, Map.of(), null);
	}

	public static ShownChoices of(Say say, Iterable<Purpose> purposes) {
		Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);
		choices.put(Purpose.MARKETING_ANY, say.explicit(Purpose.MARKETING_ANY));
		purposes.forEach((purpose) -> choices.put(purpose, say.explicit(purpose)));
		return new ShownChoices(choices);
	}

	/** The same with how somebody stands to these services. */
	public ShownChoices withServices(Subscriptions.OfPerson subscriptions, Set<String> keys) {
		Map<String, Standing> standings = new HashMap<>();
		keys.forEach(
				(key) -> subscriptions.find(key).map(Standing::of).ifPresent((known) -> standings.put(key, known)));
		return new ShownChoices(this.choices, standings, this.pause);
	}

	/** The same with a pause until that day; null for none. */
	public ShownChoices withPause(@Nullable LocalDate until) {
		return new ShownChoices(this.choices, this.services, until);
	}

	/** Reads what travelled in the form; empty where it did not, or is no such thing. */
	public static Optional<ShownChoices> read(@Nullable String text) {
		if (text == null || text.isBlank() || text.length() > LONGEST) {
			return Optional.empty();
		}
		Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);
		Map<String, Standing> services = new HashMap<>();
		LocalDate pause = null;
		for (String part : text.split(" ")) {
			int equals = part.indexOf('=');
			if (part.startsWith(SubscriptionLedger.PREFIX) && equals > 0) {
				String[] standing = part.substring(equals + 1).split(":", 2);
				Standing.read(standing[0], (standing.length > 1) ? standing[1] : "")
					.ifPresent(
							(known) -> services.put(part.substring(SubscriptionLedger.PREFIX.length(), equals), known));
				continue;
			}
			if (part.startsWith(PAUSE)) {
				pause = new FormPause.Typed(part.substring(PAUSE.length())).day().orElse(null);
				continue;
			}
			Optional<Purpose> purpose = Purpose.of(part.substring(0, Math.max(0, equals)));
			Optional<Choice> choice = Choice.of(part.substring(equals + 1));
			if (purpose.isEmpty() || choice.isEmpty()) {
				return Optional.empty();
			}
			choices.put(purpose.get(), choice.get());
		}
		return Optional.of(new ShownChoices(choices, services, pause));
	}

	public String written() {
		Stream<String> said = new TreeMap<>(this.choices).entrySet()
			.stream()
			.map((entry) -> entry.getKey().key() + "=" + entry.getValue().value());
		Stream<String> subscriptions = new TreeMap<>(this.services).entrySet()
			.stream()
			.map((entry) -> SubscriptionLedger.PREFIX + entry.getKey() + "=" + entry.getValue().state().key()
					+ (entry.getValue().frequency().isEmpty() ? "" : ":" + entry.getValue().frequency()));
		return Stream.of(said, subscriptions, Stream.ofNullable(this.pause).map((until) -> PAUSE + until))
			.flatMap((parts) -> parts)
			.collect(Collectors.joining(" "));
	}

	/** The same without what the form does not ask. */
	public ShownChoices without(Predicate<Purpose> unasked) {
		Map<Purpose, Choice> asked = new EnumMap<>(Purpose.class);
		asked.putAll(this.choices);
		asked.keySet().removeIf(unasked);
		return new ShownChoices(asked, this.services, this.pause);
	}

	/** Whether the form had no box for a purpose for which its page has one. */
	public boolean hides(Purpose purpose) {
		return purpose.isTracking() && !this.choices.isEmpty() && !this.choices.containsKey(purpose);
	}

	public Choice choice(Purpose purpose) {
		return this.choices.getOrDefault(purpose, Choice.UNKNOWN);
	}

	public boolean covered(Purpose purpose) {
		return purpose.channel().isPresent() && choice(Purpose.MARKETING_ANY) == Choice.NO;
	}

	/**
	 * Whether what was said allows what the purpose is about, in the order of precedence.
	 */
	public boolean allows(Purpose purpose, ConsentDefaults defaults) {
		Choice any = purpose.channel().isPresent() ? choice(Purpose.MARKETING_ANY) : Choice.UNKNOWN;
		Choice holds = Stream.of(choice(purpose), any)
			.filter((choice) -> choice != Choice.UNKNOWN)
			.findFirst()
			.orElseGet(() -> defaults.choice(purpose));
		return !covered(purpose) && holds.allows(purpose);
	}

	public ShownChoices with(Map<Purpose, Choice> written) {
		Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);
		choices.putAll(this.choices);
		choices.putAll(written);
		return new ShownChoices(choices, this.services, this.pause);
	}

	public ShownChoices withStandings(Map<String, Standing> written) {
		Map<String, Standing> standings = new HashMap<>(this.services);
		standings.putAll(written);
		return new ShownChoices(this.choices, standings, this.pause);
	}

	/** Whether somebody stood so to a service; never where nothing was said about it. */
	public boolean stands(String service, SubscriptionState state) {
		return Optional.ofNullable(this.services.get(service)).filter((known) -> known.state() == state).isPresent();
	}

	/** How often a service came; empty where that was not said. */
	public String frequency(String service) {
		return Optional.ofNullable(this.services.get(service)).map(Standing::frequency).orElse("");
	}

	/** Whether the box of a service stood ticked. */
	public boolean ticked(String service, BoxMeaning meaning) {
		return stands(service,
				(meaning == BoxMeaning.DO_NOT_CONTACT) ? SubscriptionState.UNSUBSCRIBED : SubscriptionState.SUBSCRIBED);
	}

	/**
	 * Whether a box of this meaning stood ticked: it echoes what was said, it never
	 * presumes.
	 */
	public boolean ticked(Purpose purpose, BoxMeaning meaning) {
		return switch (meaning) {
			case DO_NOT_CONTACT -> choice(purpose) == Choice.NO || covered(purpose);
			case CONTACT_ME, IN_OR_OUT -> choice(purpose) == Choice.YES && !covered(purpose);
		};
	}

	public boolean pending(Purpose purpose, BoxMeaning meaning) {
		return meaning != BoxMeaning.DO_NOT_CONTACT && choice(purpose) == Choice.PENDING;
	}

}
