package dev.sayso.consent;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.MultiValueMap;

import dev.sayso.shared.Channel;

/**
 * The channels in use and the defaults as a form shows them.
 *
 * @param channels in use, in their usual order
 * @param defaults what holds where nothing is said, for each purpose that can be asked
 */
record ChannelSettingsForm(List<Channel> channels, Map<Purpose, Choice> defaults) {

	static ChannelSettingsForm of(ConsentSettings settings) {
		Map<Purpose, Choice> defaults = new LinkedHashMap<>();
		for (Purpose purpose : Purpose.values()) {
			if (purpose != Purpose.MARKETING_ANY && !purpose.isTracking()) {
				defaults.put(purpose, settings.defaults().choice(purpose));
			}
		}
		return new ChannelSettingsForm(settings.channelsInUse(), defaults);
	}

	/**
	 * What was posted; a default that is none stays as it is. The fields of defaults are
	 * named by purposes, whose dots Spring's data binding would take for steps.
	 */
	ChannelSettingsForm with(MultiValueMap<String, String> posted) {
		List<String> ticked = posted.getOrDefault("channels", List.of());
		Map<Purpose, Choice> chosen = new LinkedHashMap<>(this.defaults);
		chosen.replaceAll(
				(purpose, choice) -> Choice.of(posted.getOrDefault("default." + purpose.key(), List.of("")).get(0))
					.orElse(choice));
		return new ChannelSettingsForm(
				Arrays.stream(Channel.values()).filter((channel) -> ticked.contains(channel.key())).toList(), chosen);
	}

	/** The purposes whose default matters now, with it. */
	public Map<Purpose, Choice> asked() {
		Map<Purpose, Choice> asked = new LinkedHashMap<>(this.defaults);
		asked.keySet()
			.removeIf((purpose) -> purpose.channel().filter((channel) -> !this.channels.contains(channel)).isPresent());
		return asked;
	}

	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("consent.channels", String.join(", ", this.channels.stream().map(Channel::key).toList()));
		this.defaults.forEach((purpose, choice) -> fields.put("consent.default." + purpose.key(), choice.value()));
		return fields;
	}

}
