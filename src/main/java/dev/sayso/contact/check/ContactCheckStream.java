package dev.sayso.contact.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Answers a stream of any length line by line, in order and in constant memory. What is
 * there is read at once and answered in parts beside each other, so that the store works
 * while answers are written; who waits for an answer before the next line gets it at
 * once.
 */
@Component
class ContactCheckStream {

	/** So many lines are held at most. */
	private static final int TOGETHER = 2_000;

	/** So many lines are worth a part of their own. */
	private static final int PART = 125;

	/**
	 * So many parts are answered beside each other, each with a connection to the store.
	 */
	private static final int LANES = 3;

	private final ContactChecks checks;

	private final ObjectWriter lines;

	private final SimpleAsyncTaskExecutor lanes = new SimpleAsyncTaskExecutor("contact-checks-");

	ContactCheckStream(ContactChecks checks, JsonMapper json) {
		this.checks = checks;
		this.lines = json.writer().withRootValueSeparator("\n").without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
		this.lanes.setDaemon(true);
	}

	void answer(ContactCheckBody asked, InputStream in, OutputStream out) throws IOException {
		NdjsonLines read = new NdjsonLines(in);
		List<CheckLine> together = new ArrayList<>();
		for (String text = read.next(); text != null; text = read.next()) {
			if (!text.isBlank()) {
				together.add(CheckLine.read(text, read.number()));
			}
			boolean waits = !read.isReady();
			if (together.size() == TOGETHER || waits) {
				answer(asked, together, out);
				together = new ArrayList<>();
				if (waits) {
					out.flush();
				}
			}
		}
		answer(asked, together, out);
	}

	private void answer(ContactCheckBody asked, List<CheckLine> together, OutputStream out) throws IOException {
		int parts = Math.max(1, Math.min(LANES, together.size() / PART));
		int size = (together.size() + parts - 1) / parts;
		List<CompletableFuture<byte[]>> beside = new ArrayList<>();
		for (int from = size; from < together.size(); from += size) {
			List<CheckLine> part = together.subList(from, Math.min(together.size(), from + size));
			beside.add(CompletableFuture.supplyAsync(() -> {
				LocaleContextHolder.setLocale(Locale.UK);
				return answers(asked, part);
			}, this.lanes));
		}
		out.write(answers(asked, together.subList(0, Math.min(size, together.size()))));
		for (CompletableFuture<byte[]> part : beside) {
			out.write(written(part));
		}
	}

	private static byte[] written(CompletableFuture<byte[]> part) {
		try {
			return part.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private byte[] answers(ContactCheckBody asked, List<CheckLine> part) {
		List<String> profiles = part.stream().flatMap((line) -> Stream.ofNullable(line.profile())).toList();
		Iterator<CheckedProfile> checked = profiles.isEmpty() ? List.<CheckedProfile>of().iterator()
				: this.checks.check(asked, profiles).iterator();
		ByteArrayOutputStream answers = new ByteArrayOutputStream(part.size() * 200);
		try (SequenceWriter writer = this.lines.writeValues(answers)) {
			for (CheckLine line : part) {
				writer.write(Objects.requireNonNullElseGet(line.fault(), checked::next));
			}
		}
		if (!part.isEmpty()) {
			answers.write('\n');
		}
		return answers.toByteArray();
	}

}
