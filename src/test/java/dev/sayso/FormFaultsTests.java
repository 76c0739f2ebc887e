package dev.sayso;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.crawl.DrawnForm;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Whatever is typed wrongly into a form is said at the field it is wrong in, in the
 * reader's language, and stays typed. What is sent, and what is said to it, stand in
 * {@code form-faults.txt}, one after the other in one store.
 */
@ProductTest
class FormFaultsTests {

	private static final Path TOLD = Path.of("src/test/resources/dev/sayso/form-faults.txt");

	/** What is the same in all languages. */
	private static final Set<String> SAME = Set.of();

	/** A message that is missing. */
	private static final Pattern KEY = Pattern.compile("[ :][a-z][\\w-]*(\\.[a-zA-Z][\\w-]*){2,}$");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private People people;

	@Autowired
	private RecordSay record;

	private final Map<String, String> names = new HashMap<>();

	/** What is said to be wrong and no field names as its description. */
	private final Set<String> untied = new TreeSet<>();

	/** What is not said in French or in Dutch as it is in English. */
	private final Set<String> untranslated = new TreeSet<>();

	/**
	 * What is sent.
	 *
	 * @param lines as the file has them
	 * @param file what is in the file that is sent with it; null for none
	 */
	private record Sent(List<String> lines, HttpMethod verb, String path, MultiValueMap<String, String> fields,
			@Nullable String file) {

	}

	@Test
	void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() throws IOException {
		furnish();
		String expected = Files.readString(TOLD);
		String told = Stream.of(expected.strip().split("\n\n"))
			.map((block) -> tell(read(block)))
			.collect(Collectors.joining("\n\n", "", "\n"));
		Files.writeString(Path.of("target/form-faults.txt"), told);
		assertThat(told).isEqualTo(expected);
		assertThat(this.untied).isEmpty();
		assertThat(this.untranslated).isEmpty();
	}

	private void furnish() {
		send(sent("/settings/attributes", "name=size", "label=Size", "type=NUMBER"), "en");
		send(sent("/settings/attributes", "name=member", "label=Member", "type=BOOLEAN"), "en");
		this.people.create(Map.of("externalId", "taken"));
		ProfileId person = this.people
			.create(Map.of("externalId", "person", "email", "ann@post.example", "mobile", "+32470000000", "phone", "",
					"street", "1 Street"))
			.id();
		ProfileId objector = this.people.create(Map.of()).id();
		Declaration own = Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)),
				Evidence.NONE.with("page", "preferences"), "Preferences v3", null);
		this.names.put("{person}", person.toString());
		this.names.put("{objector}", objector.toString());
		this.names.put("{no}", this.record.record(objector, own).get(0).id().toString());
	}

	private String tell(Sent sent) {
		MvcTestResult english = send(sent, "en");
		String told = String.join("\n", sent.lines()) + "\nen " + answer(english);
		if (english.getResponse().getStatus() == 302) {
			return told;
		}
		Document page = page(english);
		String faults = faults(page);
		String french = faults(page(send(sent, "fr")));
		compare(faults, french);
		compare(faults, faults(page(send(sent, "nl"))));
		return told + faults + kept(sent, page) + "\nfr" + french;
	}

	/** Line by line the same is wrong, in other words. */
	private void compare(String english, String translated) {
		List<String> lines = english.lines().toList();
		List<String> others = translated.lines().toList();
		if (lines.size() != others.size()) {
			this.untranslated.add(english + " -> " + translated);
			return;
		}
		for (int line = 0; line < lines.size(); line++) {
			String other = others.get(line);
			boolean same = lines.get(line).equals(other);
			if (same != (lines.get(line).isBlank() || other.startsWith("  invalid ") || SAME.contains(other))
					|| other.contains("??") || KEY.matcher(other).find()) {
				this.untranslated.add(lines.get(line) + " -> " + other);
			}
		}
	}

	private String answer(MvcTestResult answer) {
		String location = answer.getResponse().getHeader("Location");
		return answer.getResponse().getStatus() + ((location != null) ? " " + mask(location) : "");
	}

	private static Document page(MvcTestResult answer) {
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	/**
	 * The texts of faults by the field they stand at, the summary above them, and what
	 * else is said aloud.
	 */
	private String faults(Document page) {
		List<String> faults = new ArrayList<>();
		page.select(".error").forEach((error) -> faults.add("  " + field(error) + ": " + error.text()));
		Set<String> described = page.select("[aria-describedby]")
			.stream()
			.flatMap((field) -> Stream.of(field.attr("aria-describedby").split("\\s+")))
			.collect(Collectors.toSet());
		page.select(".error")
			.stream()
			.filter((error) -> error.parents().stream().noneMatch((around) -> described.contains(around.id()))
					&& !described.contains(error.id()))
			.forEach((error) -> this.untied.add(page.title() + ": " + error.text()));
		String invalid = page.select("[aria-invalid=true]")
			.stream()
			.map(Element::id)
			.filter((id) -> !id.isEmpty())
			.collect(Collectors.joining(" "));
		if (!invalid.isEmpty()) {
			faults.add("  invalid " + invalid);
		}
		page.select(".summary").forEach((summary) -> {
			faults.add("  summary " + summary.select("h2").text());
			summary.select("li")
				.forEach((fault) -> faults.add("  - " + fault.text() + " " + fault.select("a").attr("href")));
		});
		page.select("[role=alert]:not(.summary):not(.error), .stale tbody tr, main [role=status]")
			.forEach((alert) -> faults.add("  says " + alert.text()));
		return mask(faults.stream().map((fault) -> "\n" + fault).collect(Collectors.joining()));
	}

	private static String field(Element error) {
		for (Element at = error; at != null; at = at.parent()) {
			Element control = at.selectFirst("input[id], select[id], textarea[id], fieldset[id]");
			if (!error.id().isEmpty()) {
				return error.id().replaceFirst("-(error|fault)$", "");
			}
			if (control != null) {
				return control.id();
			}
		}
		return "";
	}

	/** What the form that was sent would send now. */
	private String kept(Sent sent, Document page) {
		String path = sent.path().replace("/draft", "");
		return DrawnForm.of(sent.path(), page)
			.stream()
			.filter((form) -> form.action().startsWith(path.replaceFirst("\\?.*", "")) && !form.enhanced()
					&& form.fields()
						.stream()
						.anyMatch((field) -> field.name().matches("(parts\\[)?name]?|channels|reason|email|choice")))
			.findFirst()
			.map((form) -> form.fields()
				.stream()
				.filter((field) -> !field.value().isEmpty() && !field.name().matches("_csrf|_method|act|external"))
				.map((field) -> field.name() + "=" + shorten(mask(field.value())))
				.collect(Collectors.joining(" & ", "\n  kept ", "")))
			.orElse("");
	}

	private static String shorten(String value) {
		String line = value.replaceAll("\\s+", " ");
		return (line.length() <= 40) ? line : line.substring(0, 30) + "…" + line.length();
	}

	private String mask(String text) {
		String masked = text;
		for (Map.Entry<String, String> name : this.names.entrySet()) {
			masked = masked.replace(name.getValue(), name.getKey());
		}
		return masked.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>");
	}

	private Sent read(String block) {
		List<String> lines = block.lines().takeWhile((line) -> !line.startsWith("en ")).toList();
		String[] begin = lines.get(0).split(" ");
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		@Nullable String file = null;
		for (String line : lines.subList(1, lines.size())) {
			String text = line.substring(2);
			if (text.startsWith("file<")) {
				file = text.substring(5).replace("\\n", "\n");
			}
			else if (text.equals("{501}offers")) {
				IntStream.range(0, 501).forEach((number) -> fields.add("offers", "offer-" + number));
			}
			else {
				String[] field = text.split("=", 2);
				fields.add(field[0], unfold(field[1]));
			}
		}
		return new Sent(lines, HttpMethod.valueOf(begin[0]), unfold(begin[1]), fields, file);
	}

	private Sent sent(String path, String... fields) {
		return read("POST " + path + "\n  " + String.join("\n  ", fields));
	}

	private String unfold(String text) {
		String unfolded = text;
		for (Map.Entry<String, String> name : this.names.entrySet()) {
			unfolded = unfolded.replace(name.getKey(), name.getValue());
		}
		return unfolded.matches("\\{x\\*\\d+}") ? "x".repeat(Integer.parseInt(unfolded.replaceAll("\\D", "")))
				: unfolded;
	}

	private MvcTestResult send(Sent sent, String language) {
		URI path = URI.create(sent.path());
		if (sent.file() != null) {
			return this.mvc.post()
				.uri(path)
				.multipart()
				.file(new MockMultipartFile("file", "names.csv", "text/csv",
						sent.file().getBytes(StandardCharsets.UTF_8)))
				.params(sent.fields())
				.header("Accept-Language", language)
				.with(SignIn.admin())
				.with(csrf())
				.exchange();
		}
		return this.mvc.method(sent.verb())
			.uri(path)
			.params(sent.fields())
			.header("Accept-Language", language)
			.header("Accept", "text/html")
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

}
