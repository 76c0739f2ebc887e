package dev.sayso.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that answers as it is told, and then hangs up.
 */
final class OddServer implements AutoCloseable {

	private final ServerSocket socket;

	private final Map<String, String> answers;

	private final AtomicInteger texts = new AtomicInteger();

	/**
	 * @param answers to commands by their first word; {@code .} is the end of the text.
	 * An empty one hangs up
	 */
	OddServer(Map<String, String> answers) {
		this.answers = answers;
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::serve, "odd-server");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** How many texts came whole. */
	int texts() {
		return this.texts.get();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket line = this.socket.accept()) {
				talk(line);
			}
			catch (IOException ex) {
				// closed
			}
		}
	}

	private void talk(Socket line) throws IOException {
		BufferedReader from = new BufferedReader(
				new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
		if (!say(line, "")) {
			return;
		}
		boolean text = false;
		for (String said = from.readLine(); said != null; said = from.readLine()) {
			if (text && !said.equals(".")) {
				continue;
			}
			if (text) {
				this.texts.incrementAndGet();
			}
			String word = text ? "." : said.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
			text = word.equals("DATA");
			if (!say(line, word)) {
				return;
			}
		}
	}

	private boolean say(Socket line, String word) throws IOException {
		String answer = this.answers.getOrDefault(word, switch (word) {
			case "" -> "220 odd ESMTP";
			case "DATA" -> "354 go on";
			default -> "250 fine";
		});
		if (!answer.isEmpty()) {
			line.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
		}
		return !answer.isEmpty();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
