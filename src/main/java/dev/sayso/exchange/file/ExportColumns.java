package dev.sayso.exchange.file;

import java.util.Arrays;
import java.util.List;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.sayso.shared.Channel;

/**
 * Columns as exports name them. Their names say all there is to say of them, whatever
 * words are in them: a verdict is nobody's say, and what is said of a service is not said
 * of a channel.
 */
public final class ExportColumns {

	/** The column of each person's own link, which says nothing of them. */
	public static final String LINK = "personalLink";

	/** The columns that say what may be measured of what people get. */
	public static final List<String> TRACKING = List.of("mayMeasureOpens", "mayMeasureClicks");

	private static final Set<String> VERDICTS = Stream
		.concat(TRACKING.stream(),
				Arrays.stream(Channel.values()).flatMap((channel) -> Stream.of(verdict(channel), reasons(channel))))
		.map(ColumnHeaders::normalise)
		.collect(Collectors.toSet());

	/** The members of a line of JSON, and the columns of a file of decisions. */
	private static final Pattern VERDICT = Pattern.compile(
			"(?i)contact\\.(?:" + Arrays.stream(Channel.values()).map(Channel::key).collect(Collectors.joining("|"))
					+ ")\\.(?:allowed|reasons)|mayMeasure\\.(?:opens|clicks)|.+\\.mayContact(?:Why)?");

	private static final Pattern OF_SERVICE = Pattern
		.compile("(?i)(?:.*[./])?(?:services?|subscriptions)(?:[\\s._:/-].*)?");

	/** What people subscribe to, and when they said so: as exports write it. */
	private static final Pattern SERVICE = Pattern
		.compile("(?i)(?:service|subscriptions)\\.([a-z0-9][a-z0-9-]{0,59})(\\.time)?");

	/** The same as people and programs rewrite it. */
	private static final Pattern REWRITTEN = Pattern
		.compile("(?i)(?:.*[./])?(?:services?|subscriptions)[\\s._:/-]+([a-z0-9][a-z0-9-]{0,59})([\\s._:/-]time)?");

	/** Names no channel, as other tools do it too: it may be a verdict, or a say. */
	private static final String BARE = "maycontact";

	private ExportColumns() {
	}

	/** The column that says whether people may be contacted on a channel. */
	public static String verdict(Channel channel) {
		return "mayContact" + channel.key().substring(0, 1).toUpperCase(Locale.ROOT) + channel.key().substring(1);
	}

	/** The column that says why not. */
	public static String reasons(Channel channel) {
		return verdict(channel) + "Why";
	}

	/** Whether a column says who may be contacted, why not, or what may be measured. */
	public static boolean isVerdict(String name) {
		return VERDICTS.contains(ColumnHeaders.normalise(name)) || VERDICT.matcher(name.strip()).matches();
	}

	/** Whether a column is about a service, as exports write it. */
	static boolean isService(String name) {
		return SERVICE.matcher(name.strip()).matches();
	}

	/** The target of a verdict or of what is about a service; empty for other columns. */
	public static Optional<ColumnTarget> target(String name) {
		for (Pattern written : List.of(SERVICE, REWRITTEN)) {
			Matcher service = written.matcher(name.strip());
			if (service.matches()) {
				String key = service.group(1).toLowerCase(Locale.ROOT);
				return Optional
					.of((service.group(2) == null) ? ColumnTarget.service(key) : ColumnTarget.timeOfService(key));
			}
		}
		boolean nothing = isVerdict(name) || ColumnHeaders.normalise(name).equals(BARE)
				|| name.strip().equalsIgnoreCase(LINK) || OF_SERVICE.matcher(name.strip()).matches();
		return nothing ? Optional.of(ColumnTarget.NOTHING) : Optional.empty();
	}

}
