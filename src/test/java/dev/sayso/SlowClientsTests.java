package dev.sayso;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sayso.crawl.PlainBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages and a sign-in while four hundred connections send a byte now and then, all from
 * the network that also asks for the pages. Without bounds each waited for longer than a
 * minute; prints the figures there are.
 */
@Tag("outer")
class SlowClientsTests {

	private static final int CLIENTS = 400;

	private static final Duration SOON = Duration.ofSeconds(3);

	@TempDir
	Path folder;

	private final List<Socket> sockets = new ArrayList<>();

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private RunningProduct product;

	@BeforeEach
	void start() {
		this.product = RunningProduct.embedded(this.folder).demo().start();
	}

	@AfterEach
	void stop() throws IOException {
		this.clock.shutdownNow();
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.product.close();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\nusername=a",
			"POST /p/preferences HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n2000\r\na=",
			"POST /p/preferences HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n1000;",
			"POST /imports HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=p\r\nContent-Length: 900000\r\n\r\n--p\r\n",
			"POST /api/v1/decisions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sayso-demo-token\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{",
			"GET /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\na",
			"POST /login HTTP/1.1\r\nHost: x\r\nX-A: ", "GET /login HTTP/1.1\r\nHost: x\r\n\r\n" })
	void pagesAndASignInAreServedMeanwhile(String beginning) throws IOException {
		PlainBrowser somebody = new PlainBrowser(this.product.uri("/").getPort());
		somebody.open("/p/preferences");
		somebody.open("/login");
		begin(beginning);
		long[] took = new long[12];
		for (int i = 0; i < took.length; i++) {
			long began = System.nanoTime();
			if (i % 3 == 2) {
				new PlainBrowser(this.product.uri("/").getPort()).signIn("operator");
			}
			else {
				assertThat(somebody.open((i % 3 == 0) ? "/p/preferences" : "/login").status()).isEqualTo(200);
			}
			took[i] = Duration.ofNanos(System.nanoTime() - began).toMillis();
			LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
		}
		System.out.printf("%d slow clients, %s…: pages and sign-ins took %s ms%n", CLIENTS, beginning.substring(0, 20),
				Arrays.toString(took));
		assertThat(Arrays.stream(took).max().orElseThrow()).isLessThan(SOON.toMillis());
		assertThat(this.product.output()).doesNotContain("ERROR", "Exception");
	}

	/** What they sent first earns them no time: the credit of each would be minutes. */
	@ParameterizedTest
	@ValueSource(strings = {
			"POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n"
					+ "Content-Type: application/x-www-form-urlencoded\r\n\r\na=",
			"POST /imports HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n"
					+ "Content-Type: multipart/form-data; boundary=p\r\n\r\n--p\r\n",
			"GET /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n" })
	void aFormThatIsAPacketLateIsTakenWhileOthersSentMuchAndThenStop(String beginning) throws IOException {
		String much = "x".repeat(200_000);
		for (int i = 0; i < CLIENTS; i++) {
			Socket socket = open(beginning);
			try {
				socket.getOutputStream().write(much.getBytes(StandardCharsets.US_ASCII));
			}
			catch (IOException ex) {
				// it was given up, as it should be
			}
		}
		LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
		for (int i = 0; i < 5; i++) {
			Socket late = open("POST /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
					+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 28\r\n\r\n");
			LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
			late.getOutputStream().write("username=nobody&password=xyz".getBytes(StandardCharsets.US_ASCII));
			assertThat(answer(late)).startsWith("HTTP/1.1 302");
		}
	}

	@Test
	void aBodyThatComesInPartsIsTakenWhileItComes() throws IOException {
		String body = "username=nobody&password=" + "x".repeat(40);
		Socket socket = open("POST /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n");
		for (char each : body.toCharArray()) {
			socket.getOutputStream().write(each);
			LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
		}
		assertThat(answer(socket)).startsWith("HTTP/1.1 302").contains("/login?ended");
	}

	@Test
	void oneNetworkHoldsNoMoreThanAQuarterOfTheConnections() throws IOException {
		this.product.stop();
		this.product.with("--server.tomcat.max-connections=200").start();
		int port = this.product.uri("/").getPort();
		int held = 0;
		for (int i = 0; i < 180; i++) {
			Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName("127.0.0.2"), 0);
			this.sockets.add(socket);
			socket.setSoTimeout(50);
			held += isHeld(socket) ? 1 : 0;
		}
		System.out.printf("%d of 180 connections of one network are held, of 200 in all%n", held);
		assertThat(held).isBetween(45, 55);
		assertThat(new PlainBrowser(port).open("/p/preferences").status()).isEqualTo(200);
	}

	private static boolean isHeld(Socket socket) throws IOException {
		try {
			return socket.getInputStream().read() >= 0;
		}
		catch (SocketTimeoutException ex) {
			return true;
		}
		catch (SocketException ex) {
			return false;
		}
	}

	@Test
	void aBodyThatNeverEndsIsGivenUp() throws IOException {
		Socket socket = open("POST /login HTTP/1.1\r\nHost: x\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\na");
		this.clock.scheduleAtFixedRate(() -> write(socket), 1, 1, TimeUnit.SECONDS);
		long began = System.nanoTime();
		assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("came too slowly");
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(8),
				Duration.ofSeconds(14));
	}

	@Test
	void headersThatNeverEndAreGivenUp() throws IOException {
		Socket socket = open("GET /login HTTP/1.1\r\nHost: x\r\nX-A: a");
		this.clock.scheduleAtFixedRate(() -> write(socket), 1, 1, TimeUnit.SECONDS);
		long began = System.nanoTime();
		answer(socket);
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(28),
				Duration.ofSeconds(36));
	}

	private void begin(String beginning) throws IOException {
		for (int i = 0; i < CLIENTS; i++) {
			open(beginning);
		}
		this.clock.scheduleAtFixedRate(() -> this.sockets.forEach(SlowClientsTests::write), 300, 300,
				TimeUnit.MILLISECONDS);
	}

	private Socket open(String beginning) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.product.uri("/").getPort());
		this.sockets.add(socket);
		socket.setTcpNoDelay(true);
		socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static String answer(Socket socket) throws IOException {
		try (InputStream in = socket.getInputStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (SocketException ex) {
			return "";
		}
	}

	private static void write(Socket socket) {
		try {
			socket.getOutputStream().write('a');
		}
		catch (IOException ex) {
			// it was given up, as it should be
		}
	}

}
