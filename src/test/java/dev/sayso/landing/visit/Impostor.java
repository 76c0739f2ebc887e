package dev.sayso.landing.visit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * What stands at an address in Sayso's place: something that redirects, fails, sets a
 * cookie, or answers anything at all with a welcome.
 */
final class Impostor implements AutoCloseable {

	private final HttpServer server;

	Impostor() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/redirects", (exchange) -> {
			exchange.getResponseHeaders().set("Location", "/elsewhere");
			answer(exchange, 302);
		});
		this.server.createContext("/fails", (exchange) -> answer(exchange, 503));
		this.server.createContext("/cookie", (exchange) -> {
			exchange.getResponseHeaders().set("Set-Cookie", "lb=7");
			answer(exchange, 200);
		});
		this.server.createContext("/welcome", (exchange) -> answer(exchange, 200));
		this.server.start();
	}

	private static void answer(HttpExchange exchange, int status) throws IOException {
		exchange.getRequestBody().readAllBytes();
		exchange.sendResponseHeaders(status, -1);
		exchange.close();
	}

	String address(String manner) {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/" + manner;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
