package dev.sayso.person;

import java.util.List;

import dev.sayso.shared.Channel;

/**
 * Tells which channels the deployment uses; whoever keeps the settings of channels
 * implements it.
 */
public interface ChannelsInUse {

	List<Channel> channelsInUse();

}
