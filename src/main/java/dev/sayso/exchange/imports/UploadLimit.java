package dev.sayso.exchange.imports;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How large a file may be.
 */
@Component
class UploadLimit {

	private final DataSize most;

	UploadLimit(@Value("${sayso.import.most:200MB}") DataSize most) {
		this.most = most;
	}

	long megabytes() {
		return this.most.toMegabytes();
	}

	/**
	 * Whether a request is longer than the file and what travels beside it may be.
	 */
	boolean isPassedBy(long requestLength) {
		return requestLength > this.most.toBytes() + 65536;
	}

}
