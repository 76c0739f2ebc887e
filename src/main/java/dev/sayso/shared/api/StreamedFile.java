package dev.sayso.shared.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Answers with a file that is whole or visibly broken off: a shorter one that looks whole
 * would suggest that nobody else is in it.
 */
public final class StreamedFile {

	private StreamedFile() {
	}

	@FunctionalInterface
	public interface Content {

		void write(OutputStream out) throws IOException;

	}

	/**
	 * @param name how the log calls it
	 */
	public static void send(HttpServletResponse response, String name, Content content) throws IOException {
		try {
			content.write(response.getOutputStream());
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		catch (RuntimeException ex) {
			if (response.isCommitted()) {
				throw new IllegalStateException("the file of " + name + " broke off", ex);
			}
			response.resetBuffer();
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
			throw ex;
		}
	}

}
