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
 * People as a table (RFC 4180).
 */
final class CsvProfileWriter implements ProfileWriter {

	private final CsvSheet sheet;

	private final List<String> declared;

	CsvProfileWriter(CsvSheet sheet, List<String> declared, List<Channel> channels) {
		this.sheet = sheet;
		this.declared = declared;
		List<String> header = new ArrayList<>(List.of("id"));
		header.addAll(DetailsDraft.FIELDS);
		declared.forEach((name) -> header.add("attributes." + name));
		channels.forEach((channel) -> {
			header.add("mayContact" + capital(channel));
			header.add("mayContact" + capital(channel) + "Why");
		});
		sheet.row(header);
	}

	@Override
	public void add(Profile person, Map<String, Object> values, List<Verdict> verdicts) {
		List<Object> row = new ArrayList<>(List.of(person.id()));
		Map<String, Object> fields = person.details().fields();
		DetailsDraft.FIELDS.forEach((field) -> row.add(fields.getOrDefault(field, "")));
		this.declared.forEach((name) -> row.add(values.getOrDefault(name, "")));
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
