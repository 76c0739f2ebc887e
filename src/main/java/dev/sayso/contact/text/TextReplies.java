package dev.sayso.contact.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Organisation;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;

/**
 * What texts are answered with: what was done, who says so, and nothing that sells.
 */
@Component
class TextReplies {

	private static final String TABLE = "texts/sms-replies.properties";

	private final Properties table = new Properties();

	private final Profiles profiles;

	private final Settings settings;

	TextReplies(Profiles profiles, Settings settings) {
		this.profiles = profiles;
		this.settings = settings;
		try (Reader reader = new InputStreamReader(new ClassPathResource(TABLE).getInputStream(),
				StandardCharsets.UTF_8)) {
			this.table.load(reader);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * In the language of the person whose number it is, else in that of the word.
	 * @return null where nothing is answered
	 */
	@Nullable String reply(TextReading reading, List<ProfileId> people) {
		String language = language(reading, people);
		Organisation sender = Organisation.of(this.settings);
		String text = switch (reading.meaning()) {
			case STOP, NEAR_STOP -> say(language, "stop");
			case START -> say(language, "start");
			case HELP -> help(language, sender);
			case OTHER -> null;
		};
		return (text == null || sender.name().isBlank()) ? text : sender.name() + ": " + text;
	}

	private String help(String language, Organisation sender) {
		String ways = String.join(say(language, "or"),
				Stream.of(sender.email(), sender.phone()).filter((way) -> !way.isBlank()).toList());
		return ways.isEmpty() ? say(language, "help.stop")
				: say(language, "help.reach", ways) + " " + say(language, "help.stop");
	}

	private String language(TextReading reading, List<ProfileId> people) {
		Stream<String> theirs = people.stream()
			.map(this.profiles::findById)
			.flatMap(Optional::stream)
			.map(Profile::details)
			.map((details) -> details.language())
			.filter(Objects::nonNull)
			.map((tag) -> Locale.forLanguageTag(tag).getLanguage());
		return Stream.concat(theirs, Stream.ofNullable(reading.language()))
			.filter(TextUnderstanding.LANGUAGES::contains)
			.findFirst()
			.orElse(TextUnderstanding.LANGUAGES.get(0));
	}

	private String say(String language, String key, Object... arguments) {
		String text = this.table.getProperty(language + "." + key);
		return (arguments.length == 0) ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
	}

}
