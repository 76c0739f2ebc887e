package dev.sayso.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.person.ChannelsInUse;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Settings;

/**
 * The channels in use and what holds when a person has said nothing, as an administrator
 * set them.
 */
@Component
public class ConsentSettings implements ChannelsInUse {

	private static final String CHANNELS = "consent.channels";

	private static final String MODEL = "consent.model";

	private static final String DEFAULT = "consent.default.";

	private static final String QUIET = "consent.tracking.quiet";

	private static final Set<Channel> OUT_OF_THE_BOX = EnumSet.of(Channel.EMAIL, Channel.SMS, Channel.CALL,
			Channel.POSTAL_MAIL, Channel.PUSH);

	private final Settings settings;

	private final DefaultsHistory history;

	ConsentSettings(Settings settings, DefaultsHistory history) {
		this.settings = settings;
		this.history = history;
	}

	@Override
	public List<Channel> channelsInUse() {
		String keys = this.settings.get(CHANNELS, "");
		if (keys.isEmpty()) {
			return List.copyOf(OUT_OF_THE_BOX);
		}
		List<String> inUse = List.of(keys.split(","));
		return Arrays.stream(Channel.values()).filter((channel) -> inUse.contains(channel.key())).toList();
	}

	public ConsentDefaults defaults() {
		Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);
		for (Purpose purpose : Purpose.values()) {
			this.settings.get(DEFAULT + purpose.key())
				.flatMap(Choice::of)
				.ifPresent((choice) -> choices.put(purpose, choice));
		}
		return model().map(ConsentModel::defaults).orElse(ConsentDefaults.NONE).with(choices);
	}

	/** The same as it was set by then. */
	public ConsentDefaults defaults(Instant at) {
		return this.history.find(at).orElseGet(this::defaults);
	}

	/** When a default was set anew, after one instant and up to another. */
	public List<Instant> defaultsSet(Instant after, Instant until) {
		return this.history.instants(after, until);
	}

	/** Whether silence counts as yes; empty until an administrator has said so. */
	public Optional<ConsentModel> model() {
		return this.settings.get(MODEL).flatMap(ConsentModel::of);
	}

	/** Sets the model, and each default anew that does not follow it. */
	void adopt(ConsentModel model) {
		ConsentDefaults before = defaults();
		set(model);
		this.history.append(before, defaults());
	}

	/** The same as if it had always been so, for content that is older than the store. */
	void adoptFromTheBeginning(ConsentModel model) {
		set(model);
		this.history.begin(defaults());
	}

	private void set(ConsentModel model) {
		this.settings.set(MODEL, model.key());
		ConsentDefaults now = defaults();
		for (Purpose purpose : Purpose.values()) {
			Choice choice = model.defaults().choice(purpose);
			if (!purpose.isTracking() && now.choice(purpose) != choice) {
				this.settings.set(DEFAULT + purpose.key(), choice.value());
			}
		}
	}

	/**
	 * For how long nobody who refused to be measured is asked again.
	 */
	public Duration quiet() {
		return Duration.ofDays(quietDays());
	}

	int quietDays() {
		return Integer.parseInt(this.settings.get(QUIET, "180"));
	}

	void keepQuiet(int days) {
		this.settings.set(QUIET, Integer.toString(days));
	}

	void use(List<Channel> channels) {
		this.settings.set(CHANNELS, channels.stream().map(Channel::key).collect(Collectors.joining(",")));
	}

	void setDefault(Purpose purpose, Choice choice) {
		ConsentDefaults before = defaults();
		this.settings.set(DEFAULT + purpose.key(), choice.value());
		this.history.append(before, defaults());
	}

}
