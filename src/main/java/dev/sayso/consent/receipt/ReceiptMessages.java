package dev.sayso.consent.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.consent.receipt.ConsentRecord.Controller;
import dev.sayso.consent.receipt.ConsentRecord.Notice;
import dev.sayso.consent.receipt.ConsentRecord.Process;
import dev.sayso.consent.receipt.ConsentRecord.Status;
import dev.sayso.consent.receipt.ReceiptView.Change;
import dev.sayso.consent.receipt.ReceiptView.Fact;
import dev.sayso.person.CodeNames;
import dev.sayso.shared.LocalizedDate;
import dev.sayso.shared.TimeFormat;

/**
 * Says in a reader's language what a receipt holds; the words that were shown stay in
 * theirs.
 */
@Component
public class ReceiptMessages {

	private final MessageSource messages;

	private final ReceiptPurposes purposes;

	private final TimeFormat times;

	ReceiptMessages(MessageSource messages, ReceiptPurposes purposes, TimeFormat times) {
		this.messages = messages;
		this.purposes = purposes;
		this.times = times;
	}

	/** With times as the deployment has them. */
	public ReceiptView view(ConsentRecord record, String kid, Locale reader) {
		return view(record, kid, reader, this.times.zone());
	}

	/**
	 * @param zone where the reader's days begin
	 */
	public ReceiptView view(ConsentRecord record, String kid, Locale reader, ZoneId zone) {
		Words words = new Words(reader, zone);
		return new ReceiptView(record.identifier(), words.day(record.created()), record.controller().name(),
				record.processes().stream().map((process) -> words.change(process, record.signal())).toList(),
				words.kept(record), words.how(record), words.who(record), words.seen(record.notice()), kid);
	}

	private final class Words {

		private final Locale reader;

		private final ZoneId zone;

		private Words(Locale reader, ZoneId zone) {
			this.reader = reader;
			this.zone = zone;
		}

		private String say(String key, Object... args) {
			return ReceiptMessages.this.messages.getMessage(key, args, this.reader);
		}

		private String named(String prefix, String name) {
			return String.valueOf(ReceiptMessages.this.messages.getMessage(prefix + name, null, name, this.reader));
		}

		String day(String instant) {
			return LocalizedDate.of(LocalDate.ofInstant(Instant.parse(instant), this.zone), this.reader);
		}

		Change change(Process process, @Nullable String signal) {
			Status status = process.state();
			String term = status.type().get(0);
			String key = process.purpose().key();
			String state = named("receipt.state.", local(term));
			boolean signalled = signal != null && key.equals(Purpose.SHARE.key());
			ReceiptPurposes purposes = ReceiptMessages.this.purposes;
			return new Change(purposes.name(key, process.purpose().label(), this.reader), key,
					purposes.chip(key, status.before(), this.reader), purposes.chip(key, status.after(), this.reader),
					signalled ? say("receipt.signalled", state, signal) : state, term);
		}

		@Nullable String kept(ConsentRecord record) {
			Notice notice = record.notice();
			if (notice == null) {
				return null;
			}
			Set<String> changed = record.processes()
				.stream()
				.map((process) -> process.purpose().key())
				.collect(Collectors.toSet());
			String kept = notice.boxes()
				.stream()
				.filter((box) -> !box.ticked() && !box.shown() && !changed.contains(purpose(box.name())))
				.map(ConsentRecord.Box::label)
				.collect(Collectors.joining(", "));
			return kept.isEmpty() ? null : say("receipt.unchanged", kept);
		}

		List<Fact> how(ConsentRecord record) {
			Status status = record.processes().get(0).state();
			Instant at = Instant.parse(status.at());
			List<Fact> facts = new ArrayList<>();
			facts.add(new Fact("receipt.time", LocalizedDate.withTime(at.atZone(this.zone), this.reader),
					ReceiptMessages.this.times.utc(at)));
			facts.add(new Fact("receipt.by", by(record, status), null));
			add(facts, (record.notice() != null) ? "receipt.page" : "receipt.where", status.exercisedAt());
			add(facts, "receipt.reason", status.reason());
			if (record.notice() != null) {
				String tag = record.language();
				facts.add(new Fact("language", CodeNames.in(this.reader).language(tag), tag));
			}
			add(facts, "receipt.signal", record.signal());
			return facts;
		}

		private String by(ConsentRecord record, Status status) {
			if (!status.origin().equals("subject")) {
				return say(status.by().equals("dpv:DataSubject") ? "receipt.by.own" : "receipt.by.other",
						named("origin.", status.origin()));
			}
			return say("receipt.by." + switch (String.valueOf(record.reachedBy())) {
				case "public" -> "visitor";
				case "personal" -> "subject";
				case "unsubscribe" -> "unsubscribe";
				default -> "person";
			});
		}

		List<Fact> who(ConsentRecord record) {
			Controller controller = record.controller();
			List<Fact> facts = new ArrayList<>();
			add(facts, "receipt.controller",
					Stream.of(controller.name(), controller.address())
						.filter((text) -> text != null && !text.isBlank())
						.map((text) -> text.replaceAll("\\s*\\R\\s*", ", "))
						.collect(Collectors.joining(", ")));
			facts.add(new Fact("person", record.subject().identifier(), null));
			each(facts, "receipt.basis", record.processes().stream().flatMap((process) -> process.basis().stream()));
			each(facts, "receipt.data", record.processes().stream().flatMap((process) -> process.data().stream()));
			facts.add(new Fact("receipt.storage", say("receipt.kept"), null));
			Collection<String> contact = controller.contact();
			add(facts, "receipt.contact", (contact != null) ? String.join(", ", contact) : null);
			add(facts, "receipt.privacy", controller.privacyNotice());
			return facts;
		}

		private void each(List<Fact> facts, String label, Stream<String> terms) {
			List<String> distinct = terms.distinct().toList();
			facts.add(new Fact(label,
					distinct.stream().map((term) -> named(label + ".", local(term))).collect(Collectors.joining(", ")),
					String.join(", ", distinct)));
		}

		private static void add(List<Fact> facts, String label, @Nullable String text) {
			if (text != null && !text.isBlank()) {
				facts.add(new Fact(label, text, null));
			}
		}

		ReceiptView.@Nullable Seen seen(@Nullable Notice notice) {
			if (notice == null || notice.title() == null) {
				return null;
			}
			return new ReceiptView.Seen(notice.identifier(), notice.language(), notice.title(), text(notice.intro()),
					notice.boxes().stream().map(this::box).toList(), text(notice.button()));
		}

		private ReceiptView.Box box(ConsentRecord.Box box) {
			String did = (box.ticked() == box.shown()) ? null
					: say(box.ticked() ? "receipt.ticked" : "receipt.unticked");
			return new ReceiptView.Box(box.label(), text(box.help()), box.ticked(), did);
		}

		/** The purpose that a box is about, by the box's name in the form. */
		private static String purpose(String name) {
			return name.startsWith("channel.") ? name.replaceFirst("channel", "marketing")
					: name.replaceFirst("^purpose\\.", "");
		}

		private static String local(String term) {
			return term.substring(term.indexOf(':') + 1);
		}

		private static String text(@Nullable String text) {
			return (text != null) ? text : "";
		}

	}

}
