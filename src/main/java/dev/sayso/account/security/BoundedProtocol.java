package dev.sayso.account.security;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.function.Predicate;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

import dev.sayso.shared.Network;

/**
 * HTTP where one network, unless it is a named proxy's, holds no more than a quarter of
 * the connections there may be. Those are counted only once a quarter is in use. A
 * request whose headers take too long ends its connection.
 */
public class BoundedProtocol extends Http11NioProtocol {

	/** Made by the container, by its name. */
	public BoundedProtocol() {
		super(new BoundedEndpoint());
		getEndpoint().setHandler(new HeaderTime(getEndpoint().getHandler(), System::nanoTime));
	}

	/**
	 * Sets whose connections are not bounded.
	 * @param addresses asked for each connection, before the next is accepted
	 */
	void exempt(Predicate<String> addresses) {
		((BoundedEndpoint) getEndpoint()).exempt = addresses;
	}

	private static final class BoundedEndpoint extends NioEndpoint {

		private volatile Predicate<String> exempt = (address) -> false;

		@Override
		protected boolean setSocketOptions(SocketChannel socket) {
			if (isTooMany(socket)) {
				destroySocket(socket);
				return false;
			}
			return super.setSocketOptions(socket);
		}

		private boolean isTooMany(SocketChannel socket) {
			int most = getMaxConnections() / 4;
			if (most <= 0) {
				return false;
			}
			try {
				String address = ((InetSocketAddress) socket.getRemoteAddress()).getAddress().getHostAddress();
				return !this.exempt.test(address) && getConnectionCount() >= most
						&& isHolding(most, Network.of(address));
			}
			catch (IOException ex) {
				return true;
			}
		}

		/** Whether a network has that many, counting no further. */
		private boolean isHolding(int most, String network) {
			return this.connections.values()
				.stream()
				.filter((connection) -> Network.of(String.valueOf(connection.getRemoteAddr())).equals(network))
				.limit(most)
				.count() >= most;
		}

	}

}
