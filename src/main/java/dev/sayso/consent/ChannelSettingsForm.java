package dev.sayso.consent;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.util.MultiValueMap;

import dev.sayso.shared.Channel;

/**
 * The channels in use and the defaults as a form shows them.
 *
 * @param channels in use, in their usual order
 * @param defaults what holds where nothing is said, for each purpose that can be asked
 */
record ChannelSettingsForm(List<Channel> channels, Map<Purpose, Choice> defaults) {

	/** What may hold for one purpose or another. */
	static final Set<Choice> OFFERED = EnumSet.range(Choice.DEFAULT_YES, Choice.PUBLIC_INTEREST);

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
	 * What may hold for a purpose where nothing is said: yes, no, or a ground that fits
	 * it.
	 */
	public static List<Choice> choices(Purpose purpose) {
		return OFFERED.stream().filter((choice) -> choice == Choice.DEFAULT_NO || choice.allows(purpose)).toList();
	}

	/** Whether each channel and default that was posted is one that its page offers. */
	static boolean isOffered(MultiValueMap<String, String> posted) {
		return posted.getOrDefault("channels", List.of()).stream().allMatch((key) -> Channel.of(key).isPresent())
				&& Arrays.stream(Purpose.values())
					.filter((purpose) -> isAsked(purpose, posted))
					.allMatch((purpose) -> posted.getOrDefault(name(purpose), List.of())
						.stream()
						.allMatch((typed) -> typed.isEmpty()
								|| Choice.of(typed).filter(choices(purpose)::contains).isPresent()));
	}

	private static String name(Purpose purpose) {
		return "default." + purpose.key();
	}

	private static boolean isAsked(Purpose purpose, MultiValueMap<String, String> posted) {
		List<String> ticked = posted.getOrDefault("channels", List.of());
		return purpose.channel().map((channel) -> ticked.contains(channel.key())).orElse(true);
	}

	/**
	 * What was posted; the default of a channel that is not in use stays as it is, and a
	 * channel that was not in use begins with no. The fields of defaults are named by
	 * purposes, whose dots Spring's data binding would take for steps.
	 */
	ChannelSettingsForm with(MultiValueMap<String, String> posted) {
		List<String> ticked = posted.getOrDefault("channels", List.of());
		Map<Purpose, Choice> chosen = new LinkedHashMap<>(this.defaults);
		chosen.replaceAll((purpose, choice) -> Choice.of(posted.getOrDefault(name(purpose), List.of("")).get(0))
			.filter((typed) -> isAsked(purpose, posted) && choices(purpose).contains(typed))
			.orElse(begins(purpose, ticked) ? Choice.DEFAULT_NO : choice));
		return new ChannelSettingsForm(
				Arrays.stream(Channel.values()).filter((channel) -> ticked.contains(channel.key())).toList(), chosen);
	}

	/** The same with the defaults of a model. */
	ChannelSettingsForm with(ConsentModel model) {
		Map<Purpose, Choice> chosen = new LinkedHashMap<>(this.defaults);
		chosen.replaceAll((purpose, choice) -> model.defaults().choice(purpose));
		return new ChannelSettingsForm(this.channels, chosen);
	}

	private boolean begins(Purpose purpose, List<String> ticked) {
		return purpose.channel()
			.filter((channel) -> ticked.contains(channel.key()) && !this.channels.contains(channel))
			.isPresent();
	}

	/** Whether the default of a purpose differs that was in use before. */
	boolean changesDefault(ChannelSettingsForm before) {
		return before.asked().entrySet().stream().anyMatch((was) -> was.getValue() != this.defaults.get(was.getKey()));
	}

	/**
	 * What changes in one line, so that what is saved is what its numbers were told for.
	 */
	String told(ChannelSettingsForm before) {
		return before.fields() + " " + fields();
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
