package dev.sayso.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.sayso.consent.status.Verdict;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.CsvSheet;

/**
 * Writes profiles as CSV (RFC 4180).
 */
final class CsvProfileWriter implements ProfileWriter {

	private final CsvSheet sheet;

	private final List<String> attributes;

	CsvProfileWriter(CsvSheet sheet, List<String> attributes, List<Channel> channels) {
		this.sheet = sheet;
		this.attributes = attributes;
		List<String> header = new ArrayList<>(List.of("id"));
		header.addAll(DetailsDraft.FIELDS);
		attributes.forEach((name) -> header.add("attributes." + name));
		channels.forEach((channel) -> {
			header.add("mayContact" + capital(channel));
			header.add("mayContact" + capital(channel) + "Why");
		});
		sheet.row(header);
	}

	@Override
	public void add(Profile profile, Map<String, Object> values, List<Verdict> verdicts) {
		List<Object> row = new ArrayList<>(List.of(profile.id()));
		Map<String, Object> fields = profile.details().fields();
		DetailsDraft.FIELDS.forEach((field) -> row.add(fields.getOrDefault(field, "")));
		this.attributes.forEach((name) -> row.add(values.getOrDefault(name, "")));
		verdicts.forEach((verdict) -> {
			row.add(verdict.allowed() ? "yes" : "no");
			row.add(codes(verdict).stream().collect(Collectors.joining(" ")));
		});
		this.sheet.row(row);
	}

	static List<String> codes(Verdict verdict) {
		return verdict.reasons().stream().map((reason) -> reason.code().name()).distinct().toList();
	}

	@Override
	public void end() throws IOException {
		this.sheet.close();
	}

	private static String capital(Channel channel) {
		return channel.key().substring(0, 1).toUpperCase(Locale.ROOT) + channel.key().substring(1);
	}

}
