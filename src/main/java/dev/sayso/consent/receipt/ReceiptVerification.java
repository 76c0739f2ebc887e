package dev.sayso.consent.receipt;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Tells what a receipt is worth that somebody brings, from the published keys alone: it
 * looks for nobody, and writes nothing.
 */
@Component
public class ReceiptVerification {

	private final ReceiptKeys keys;

	private final JsonMapper json;

	ReceiptVerification(ReceiptKeys keys, JsonMapper json) {
		this.keys = keys;
		this.json = json;
	}

	/** Why a receipt is not valid, or that it is. */
	public enum Outcome {

		VALID, UNREADABLE, OTHER_ALGORITHM, UNKNOWN_KEY, CHANGED

	}

	/**
	 * @param receipt null where it could not be read
	 * @param record null unless it is valid
	 */
	public record Result(Outcome outcome, @Nullable SignedReceipt receipt, @Nullable ConsentRecord record) {

		public boolean isValid() {
			return this.outcome == Outcome.VALID;
		}

	}

	/** Of several texts, the first that can be a receipt. */
	public Result verify(Stream<String> texts) {
		return texts.map(this::verify)
			.filter((result) -> result.outcome() != Outcome.UNREADABLE)
			.findFirst()
			.orElseGet(() -> new Result(Outcome.UNREADABLE, null, null));
	}

	public Result verify(String text) {
		SignedReceipt receipt = SignedReceipt.parse(text, this.json).orElse(null);
		if (receipt == null) {
			return new Result(Outcome.UNREADABLE, null, null);
		}
		if (!receipt.algorithm().equals(SignedReceipt.ALGORITHM)) {
			return new Result(Outcome.OTHER_ALGORITHM, receipt, null);
		}
		Optional<PublicReceiptKey> key = this.keys.find(receipt.kid());
		if (key.isEmpty()) {
			return new Result(Outcome.UNKNOWN_KEY, receipt, null);
		}
		if (!key.get().verifies(receipt)) {
			return new Result(Outcome.CHANGED, receipt, null);
		}
		return new Result(Outcome.VALID, receipt, record(receipt));
	}

	private @Nullable ConsentRecord record(SignedReceipt receipt) {
		try {
			return this.json.readValue(receipt.payload(), ConsentRecord.class);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
